package io.github.camelwechat.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelwechat.material.WechatMaterialAccount;
import io.github.camelwechat.material.WechatMaterialComponent;
import io.github.camelwechat.material.error.NotSentException;
import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.error.WechatApiException;
import io.github.camelwechat.material.result.AccountReport;
import io.github.camelwechat.simulator.WechatSimulator;
import io.github.camelwechat.simulator.WechatSimulatorExtension;
import io.github.camelwechat.simulator.cloud.CloudHosting;
import io.github.camelwechat.simulator.cloud.ServiceState;
import io.github.camelwechat.simulator.fault.Fault;
import io.github.camelwechat.simulator.journal.JournalEntry;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Paths, codes and exceptions of the page on cloud hosting. */
class CloudPageTest {

    private static final String PAGE = Repository.read("docs/cloud.md");
    private static final Pattern PATH = Pattern.compile("(?m)^\\| `(\\w+)` \\| `(/cgi-bin/[^`]+)` \\|");
    private static final Pattern CODE = Pattern.compile("(?m)^\\| (\\d{5})(?:, (\\d{5}))? \\|[^|]*\\| ([^|]*) \\|");
    private static final String ADD_MATERIAL = "/cgi-bin/material/add_material";

    @RegisterExtension
    static final WechatSimulatorExtension WECHAT = new WechatSimulatorExtension(
            WechatSimulator.builder().app("wxdemo", "secret").cloud("wxdemo"));

    @TempDir
    Path folder;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final CloudHosting cloud = WECHAT.cloud();

    @BeforeEach
    void start() {
        WechatMaterialComponent component = context.getComponent("wechat-material", WechatMaterialComponent.class);
        WechatMaterialAccount service = new WechatMaterialAccount();
        service.setCredentials("cloud");
        service.setApiUrl(cloud.url());
        WechatMaterialAccount impatient = new WechatMaterialAccount();
        impatient.setCredentials("cloud");
        impatient.setApiUrl(cloud.url());
        // where WeChat is not ready, the call is repeated until then; a first call may take as long on a busy machine
        impatient.setRequestTimeout(3000L);
        WechatMaterialAccount token = new WechatMaterialAccount();
        token.setCredentials("cloudToken");
        token.setCloudFile(folder.resolve("missing").toString());
        token.setApiUrl(WECHAT.url());
        WechatMaterialAccount outside = new WechatMaterialAccount();
        outside.setCredentials("cloud");
        // an address of documentation: nobody has it
        outside.setApiUrl("http://192.0.2.1");
        component.setAccounts(Map.of("service", service, "impatient", impatient, "token", token, "outside", outside));
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
    }

    private Exchange call(String options, Map<String, Object> headers) {
        return call("service", options, headers);
    }

    private Exchange call(String account, String options, Map<String, Object> headers) {
        return context.createFluentProducerTemplate()
                .to("wechat-material:" + account + options)
                .withProcessor(exchange -> {
                    exchange.getMessage().setBody(Pictures.png());
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                }).send();
    }

    private Exchange upload() {
        return call("", Map.of());
    }

    static Stream<Arguments> paths() {
        return PATH.matcher(PAGE).results().map(row -> Arguments.of(row.group(1), row.group(2)));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void operationNeedsItsPathOnTheListAndNoOther(String operation, String path) {
        String mediaId = upload().getMessage().getHeader("CamelWechatMaterialMediaId", String.class);
        Map<String, Object> headers = Map.of("CamelWechatMaterialMediaId", mediaId, "CamelWechatMaterialType", "image");
        cloud.allowedPaths(List.of("/cgi-bin/openapi/quota/get"));
        assertThat(call("?operation=" + operation, headers).getException(WechatApiException.class))
                .returns(85107, WechatApiException::getErrcode);

        cloud.allowedPaths(List.of(path));
        assertThat(call("?operation=" + operation, headers).getException()).isNull();
    }

    @Test
    void everyOperationHasARow() {
        assertThat(paths()).hasSize(6);
    }

    @Test
    void checkOfTheAccountNeedsThePathsThatArePrinted() {
        AccountReport report = call("?operation=checkAccount", Map.of()).getMessage().getBody(AccountReport.class);

        assertThat(report.token().accepted()).isTrue();
        assertThat(WECHAT.journal().entries()).extracting(JournalEntry::path).isNotEmpty()
                .allSatisfy(path -> assertThat(PAGE)
                        .containsPattern("(?s)`checkAccount` calls .*`" + path + "`.*85107, and shows"));
    }

    static Stream<Arguments> codes() {
        return CODE.matcher(PAGE).results().flatMap(row -> Stream.of(row.group(1), row.group(2))
                .filter(code -> code != null).map(code -> Arguments.of(Integer.valueOf(code), row.group(3))));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codeIsAnExceptionOfTheApi(int code, String exception) {
        upload();
        WECHAT.faults().always(ADD_MATERIAL, Fault.errcode(code));

        String account = code == 85113 ? "impatient" : "service";
        WechatApiException refusal = call(account, "", Map.of()).getException(WechatApiException.class);
        assertThat(refusal.getErrcode()).isEqualTo(code);
        assertThat(refusal.getAdvice()).isNotEmpty();
        assertThat(exception).isEqualTo("`WechatApiException`" + (refusal.isRetryable() ? ", `isRetryable()`" : ""));
    }

    @Test
    void codesHaveRows() {
        assertThat(codes().map(code -> code.get()[0])).contains(85105, 85107, 85112, 85113, 41001, 40001, 42001, 61015);
    }

    private static void assertRow(String means, String exception) {
        assertThat(PAGE).containsPattern("(?m)^\\| " + means + "[^|]*\\|[^|]*\\| `" + exception + "` \\|");
    }

    @Test
    void otherAnswersAreUnexpected() {
        cloud.service(ServiceState.MISSING);
        assertThat(upload().getException(UnexpectedAnswerException.class)).hasMessageContaining("deploy a new version");
        assertRow("HTTP 404 with an empty body", "UnexpectedAnswerException");

        cloud.service(ServiceState.ON).sequenceIds(false);
        assertThat(upload().getException(UnexpectedAnswerException.class).getFields()).containsKey("media_id");
        assertRow("an answer without `x-openapi-seqid`", "UnexpectedAnswerException");

        cloud.sequenceIds(true);
        WECHAT.faults().next(ADD_MATERIAL, Fault.gatewayError());
        assertThat(upload().getException(UnexpectedAnswerException.class)).returns(502,
                UnexpectedAnswerException::getHttpStatus);
        assertRow("HTTP 502", "UnexpectedAnswerException");
    }

    @Test
    void nothingIsSentWithoutTokenAndToPublicAddresses() {
        Exchange noToken = context.createFluentProducerTemplate()
                .to("wechat-material:token")
                .withBody(Pictures.png()).send();
        assertThat(noToken.getException(NotSentException.class)).hasMessageContaining("switch on the WeChat token");
        assertRow("no token file", "NotSentException");

        // where a name has a public address, PrivateNetworkTest of the component sees to it
        assertThatThrownBy(() -> context.getEndpoint("wechat-material:outside"))
                .rootCause().hasMessageContaining("192.0.2.1");

        assertThat(WECHAT.journal().entries()).isEmpty();
    }
}
