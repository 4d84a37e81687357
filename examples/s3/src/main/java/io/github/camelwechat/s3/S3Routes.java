package io.github.camelwechat.s3;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelwechat.material.error.WechatMaterialException;
import io.github.camelwechat.material.result.AddMaterialResult;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/** From a bucket into the material library: the part to copy. */
public class S3Routes extends RouteBuilder {

    private static final String STAYS = "${header.CamelAwsS3Key} stays in {{s3.inbox}}: ${exception.message}";

    private static final String FAILURE = "failure";

    private final S3Client s3;

    /**
     * Routes that read and write by a client.
     *
     * @param s3 which they do not close
     */
    public S3Routes(S3Client s3) {
        this.s3 = s3;
    }

    @Override
    public void configure() {
        InProgress inProgress = new InProgress(
                Clock.systemUTC(), duration("{{upload.first-rest}}"), duration("{{upload.longest-rest}}"));
        bindToRegistry("s3", s3);
        bindToRegistry("inProgress", inProgress);
        bindToRegistry("eachPoll", new EachPoll(inProgress));
        EndBucket done = endBucket("{{s3.done}}", inProgress);
        EndBucket failed = endBucket("{{s3.failed}}", inProgress);

        // whatever else it is, the object stays in the bucket, and is delivered again when it has rested
        onException(Exception.class).onWhen(exchange -> !Failure.caught(exchange).isFinal())
                .handled(true).logExhausted(false)
                .log(LoggingLevel.WARN, STAYS);

        // of S3: a result that cannot be written down is worth some patience, for it is known here only
        onException(SdkException.class)
                .maximumRedeliveries(5)
                .redeliveryDelay("{{s3.retry-delay}}").useExponentialBackOff().backOffMultiplier(2)
                .handled(true).logExhausted(false)
                .log(LoggingLevel.WARN, STAYS);

        // what would fail again, or may have been stored, goes on to where the object is set aside
        onException(WechatMaterialException.class).onWhen(exchange -> Failure.caught(exchange).isFinal())
                .continued(true).logExhausted(false)
                .process(exchange -> exchange.setProperty(FAILURE, Failure.caught(exchange)));

        from("aws2-s3:{{s3.inbox}}?amazonS3Client=#s3&includeBody=false&includeFolders=false&deleteAfterRead=false"
             + "&greedy=true&initialDelay=0&delay={{s3.poll-delay}}&inProgressRepository=#inProgress&pollStrategy=#eachPoll")
                .routeId("upload")
                .streamCache("false")
                .process(exchange -> inProgress.start(ObjectVersion.of(exchange).key()))
                .choice()
                .when(exchange -> done.tellsOf(ObjectVersion.of(exchange)))
                .process(exchange -> done.take(ObjectVersion.of(exchange)))
                .when(exchange -> failed.tellsOf(ObjectVersion.of(exchange)))
                .process(exchange -> failed.take(ObjectVersion.of(exchange)))
                .otherwise()
                .process(new VideoTexts())
                .to("wechat-material:default")
                .choice()
                .when(exchangeProperty(FAILURE).isNull())
                .process(exchange -> done.tell(ObjectVersion.of(exchange), result(exchange)))
                .process(exchange -> done.take(ObjectVersion.of(exchange)))
                .log("${header.CamelAwsS3Key} is in {{s3.done}}: ${header.CamelWechatMaterialMediaId}")
                .otherwise()
                .process(exchange -> failed.tell(
                        ObjectVersion.of(exchange), exchange.getProperty(FAILURE, Failure.class).facts()))
                .process(exchange -> failed.take(ObjectVersion.of(exchange)))
                .log("${header.CamelAwsS3Key} is in {{s3.failed}}: ${exchangeProperty.failure}");
    }

    private static Map<String, Object> result(Exchange exchange) {
        AddMaterialResult result = exchange.getMessage().getBody(AddMaterialResult.class);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("media_id", result.mediaId());
        if (result.url() != null) {
            facts.put("url", result.url());
        }
        return facts;
    }

    private EndBucket endBucket(String name, InProgress inProgress) {
        return new EndBucket(
                s3, inProgress, getContext().resolvePropertyPlaceholders("{{s3.inbox}}"),
                getContext().resolvePropertyPlaceholders(name));
    }

    private Duration duration(String property) {
        return getContext().getTypeConverter().convertTo(Duration.class, getContext().resolvePropertyPlaceholders(property));
    }
}
