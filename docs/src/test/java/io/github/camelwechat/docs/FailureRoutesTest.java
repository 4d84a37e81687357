package io.github.camelwechat.docs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.error.InvalidMaterialException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.UnknownOutcomeException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.fault.Fault;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The routes of the manual's page on failures do what the page says. */
class FailureRoutesTest {

    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";
    private static final String STABLE_TOKEN = "/cgi-bin/stable_token";

    @RegisterExtension
    static final WechatSimulatorExtension SIMULATOR = new WechatSimulatorExtension();

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final List<Exchange> caught = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        WechatMaterialAccount account = new WechatMaterialAccount();
        account.setAppId("wxdemo");
        account.setSecret("secret");
        account.setApiUrl(SIMULATOR.url());
        WechatMaterialComponent component = new WechatMaterialComponent();
        component.getAccounts().put("brand-a", account);
        component.getAccounts().put("default", account);
        context.addComponent("wechat-material", component);
        context.getPropertiesComponent().addOverrideProperty("upload.retryDelay", "10");
        context.getPropertiesComponent().addOverrideProperty("upload.busyDelay", "10");
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.close();
    }

    private void run(RouteBuilder routes, String... catchers) throws Exception {
        context.addRoutes(routes);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String catcher : catchers) {
                    from(catcher).process(exchange -> caught.add(exchange.copy()));
                }
            }
        });
    }

    private Exchange upload(Object body) {
        return context.createFluentProducerTemplate().to("direct:upload").withBody(body).send();
    }

    private Exchange onlyCaught() {
        assertThat(caught).hasSize(1);
        return caught.get(0);
    }

    private static int uploads() {
        return SIMULATOR.journal().count(ADD_MATERIAL);
    }

    @Test
    void whatWasNotSentIsSentAgain() throws Exception {
        run(new RedeliveryRoutes());
        // no token: a reset comes too late where the machine takes the whole picture before
        SIMULATOR.faults().next(STABLE_TOKEN, 2, Fault.status(502));

        assertThat(upload(Pictures.png()).getException()).isNull();
        assertThat(SIMULATOR.journal().count(STABLE_TOKEN)).isEqualTo(3);
        assertThat(uploads()).isEqualTo(1);
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void whatWechatWasTooBusyForIsSentAgain() throws Exception {
        run(new RedeliveryRoutes());
        SIMULATOR.faults().next(ADD_MATERIAL, 2, Fault.errcode(45011));

        assertThat(upload(Pictures.png()).getException()).isNull();
        assertThat(uploads()).isEqualTo(3);
    }

    @Test
    void whatCannotSucceedIsNot() throws Exception {
        run(new RedeliveryRoutes());
        SIMULATOR.faults().always(ADD_MATERIAL, Fault.errcode(48001));

        assertThat(upload(Pictures.png()).getException()).isInstanceOf(WechatApiException.class);
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void norIsWhatWasLeftOpenByABusyWechat() throws Exception {
        run(new RedeliveryRoutes());
        SIMULATOR.faults().always(ADD_MATERIAL, Fault.errcode(-1));

        assertThat(upload(Pictures.png()).getException()).isInstanceOf(WechatApiException.class);
        assertThat(uploads()).isEqualTo(1);
    }

    @Test
    void norIsWhatMayHaveArrived() throws Exception {
        run(new RedeliveryRoutes());
        SIMULATOR.faults().always(ADD_MATERIAL, Fault.answerLost());

        assertThat(upload(Pictures.png()).getException()).isInstanceOf(UnknownOutcomeException.class);
        assertThat(uploads()).isEqualTo(1);
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(1);
    }

    @Test
    void unlessASecondCopyIsBetterThanAFileThatWaits() throws Exception {
        run(new RouteBuilder() {
            @Override
            public void configure() {
                onException(WechatMaterialException.class)
                        .onWhen(simple("${exception.retryable} || ${exception.mayHaveTakenEffect}")).maximumRedeliveries(1)
                        .redeliveryDelay(10);

                from("direct:upload").to("wechat-material:brand-a");
            }
        });
        SIMULATOR.faults().next(ADD_MATERIAL, Fault.answerLost());

        assertThat(upload(Pictures.png()).getException()).isNull();
        assertThat(SIMULATOR.library("wxdemo").materials()).hasSize(2);
    }

    @Test
    void aDeadLetterSaysWhatIsWrongAndWhatToDo() throws Exception {
        run(new DeadLetterRoutes(), "direct:dead-letters", "direct:tomorrow");
        SIMULATOR.faults().next(ADD_MATERIAL, Fault.errcode(48001));

        assertThat(upload(Pictures.png()).getException()).isNull();
        assertThat(onlyCaught().getMessage().getHeader("errcode")).hasToString("48001");
        assertThat(onlyCaught().getMessage().getHeader("advice", String.class)).contains("no right to this interface");
        assertThat(onlyCaught().getMessage().getBody()).isEqualTo(Pictures.png());
    }

    @Test
    void aDeadLetterWithoutACodeHasTheText() throws Exception {
        run(new DeadLetterRoutes(), "direct:dead-letters", "direct:tomorrow");
        SIMULATOR.faults().next(ADD_MATERIAL, Fault.status(502));

        assertThat(upload(Pictures.png()).getException()).isNull();
        assertThat(onlyCaught().getMessage().getHeaders()).doesNotContainKey("errcode");
        assertThat(onlyCaught().getMessage().getHeader("advice", String.class)).contains("HTTP status 502");
        assertThat(onlyCaught().getProperty(Exchange.EXCEPTION_CAUGHT)).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void oneCodeMayHaveAWayOfItsOwn() throws Exception {
        run(new DeadLetterRoutes(), "direct:tomorrow");
        SIMULATOR.faults().next(ADD_MATERIAL, Fault.errcode(45009));

        assertThat(upload(Pictures.png()).getException()).isNull();
        assertThat(onlyCaught().getFromEndpoint()).isNotNull();
        assertThat(onlyCaught().getMessage().getBody()).isEqualTo(Pictures.png());
    }

    @Test
    void theDeadLetterChannelIsToldToo() throws Exception {
        run(new PreparedDeadLetterRoutes(), "direct:dead-letters");
        SIMULATOR.faults().next(ADD_MATERIAL, Fault.errcode(45034));

        upload(Pictures.png());

        assertThat(onlyCaught().getMessage().getHeader("errcode")).isEqualTo(45034);
        assertThat(onlyCaught().getMessage().getHeader("advice")).isEqualTo("Delete material that is no longer needed.");
        assertThat(onlyCaught().getMessage().getBody()).isEqualTo(Pictures.png());
    }

    @Test
    void tryAndCatchTellTheKindsApart() throws Exception {
        run(new TryRoutes(), "direct:shrink", "direct:look-first");
        SIMULATOR.faults().next(ADD_MATERIAL, Fault.answerLost());

        upload(Pictures.png());
        upload(PaddedPictures.png(11 << 20));

        assertThat(caught).extracting(exchange -> exchange.getProperty(Exchange.EXCEPTION_CAUGHT).getClass())
                .isEqualTo(List.of(UnknownOutcomeException.class, InvalidMaterialException.class));
    }
}
