package io.github.camelwechat.s3;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket in which objects end, each with a sidecar: an object of its name and .json that says what became of it. */
final class EndBucket {

    /** It is gone, or has another content. */
    private static final Set<String> NOT_THERE = Set.of("NoSuchKey", "PreconditionFailed");

    private final ObjectMapper json = new ObjectMapper();
    private final S3Client s3;
    private final InProgress inProgress;
    private final String inbox;
    private final String name;
    /** What could not be written down, and so is known here only. */
    private final Map<ObjectVersion, Map<String, ?>> untold = new ConcurrentHashMap<>();

    EndBucket(S3Client s3, InProgress inProgress, String inbox, String name) {
        this.s3 = s3;
        this.inProgress = inProgress;
        this.inbox = inbox;
        this.name = name;
    }

    /** {@return whether there is a sidecar of this very content} It is written now if it could not be before. */
    boolean tellsOf(ObjectVersion version) {
        Map<String, ?> known = untold.get(version);
        if (known != null) {
            tell(version, known);
            return true;
        }
        try {
            JsonNode sidecar = json.readTree(
                    s3.getObjectAsBytes(get -> get.bucket(name).key(sidecarKey(version))).asByteArrayUnsafe());
            return version.etag().equals(sidecar.path("etag").textValue())
                    && Objects.equals(version.title(), sidecar.path("title").textValue())
                    && Objects.equals(version.introduction(), sidecar.path("introduction").textValue());
        } catch (NoSuchKeyException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(sidecarKey(version) + " in " + name + " is no sidecar", e);
        }
    }

    /** Writes the sidecar. */
    void tell(ObjectVersion version, Map<String, ?> facts) {
        untold.put(version, facts);
        ObjectNode sidecar = json.createObjectNode().put("key", version.key()).put("etag", version.etag());
        if (version.title() != null) {
            sidecar.put("title", version.title());
        }
        if (version.introduction() != null) {
            sidecar.put("introduction", version.introduction());
        }
        sidecar.setAll((ObjectNode) json.valueToTree(facts));
        s3.putObject(put -> put.bucket(name).key(sidecarKey(version)).contentType("application/json"),
                RequestBody.fromString(sidecar.toPrettyString()));
        untold.remove(version);
    }

    /**
     * Moves the object here. S3 has no such thing, so it is copied and then deleted, and both only as long as it has
     * this content: what somebody else puts under its key meanwhile stays in the inbox, and is delivered on its own.
     */
    void take(ObjectVersion version) {
        try {
            s3.copyObject(copy -> copy.sourceBucket(inbox).sourceKey(version.key()).copySourceIfMatch(version.etag())
                    .destinationBucket(name).destinationKey(version.key()));
            s3.deleteObject(delete -> delete.bucket(inbox).key(version.key()).ifMatch(version.etag()));
        } catch (S3Exception e) {
            if (!isNotThere(e.awsErrorDetails())) {
                throw e;
            }
        }
        inProgress.finish(version.key());
    }

    /** Details are missing where somebody else than S3 has answered. */
    private static boolean isNotThere(@Nullable AwsErrorDetails details) {
        return details != null && details.errorCode() != null && NOT_THERE.contains(details.errorCode());
    }

    private static String sidecarKey(ObjectVersion version) {
        return version.key() + ".json";
    }
}
