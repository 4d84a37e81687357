package io.github.camelwechat.material.internal.platform;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** News of a push. Immutable; its text shows no secret. */
public sealed interface PushEvent {

    /** Returns WeChat's name of the kind of event: 1 to 64 letters, digits and underscores. */
    String infoType();

    /**
     * Returns the time at which WeChat created the event, in whole seconds. Pushes come in any order; of two events of
     * one second neither is the newer one.
     */
    Instant createTime();

    /**
     * A new {@code component_verify_ticket}.
     *
     * @param ticket a secret
     */
    record Ticket(Instant createTime, String ticket) implements PushEvent {

        static final String INFO_TYPE = "component_verify_ticket";

        @Override
        public String infoType() {
            return INFO_TYPE;
        }

        /** Without the ticket. */
        @Override
        public String toString() {
            return "Ticket[createTime=" + createTime + "]";
        }
    }

    /**
     * An account has authorized the platform, or has changed the permissions that it grants.
     *
     * @param authorizerAppId the account: 1 to 64 letters, digits, dashes and underscores, so it may be a file's name
     * @param code            for one call of {@code api_query_auth}; a secret
     * @param codeExpiresAt   null where the push does not tell
     */
    record Authorized(String infoType, Instant createTime, String authorizerAppId, String code,
            @Nullable Instant codeExpiresAt) implements PushEvent {

        static final String INFO_TYPE = "authorized";
        static final String UPDATE_INFO_TYPE = "updateauthorized";

        /** Without the code. */
        @Override
        public String toString() {
            return "Authorized[infoType=" + infoType + ", createTime=" + createTime + ", authorizerAppId=" + authorizerAppId
                   + ", codeExpiresAt=" + codeExpiresAt + "]";
        }
    }

    /**
     * An account has withdrawn its authorization.
     *
     * @param authorizerAppId the account: 1 to 64 letters, digits, dashes and underscores
     */
    record Unauthorized(Instant createTime, String authorizerAppId) implements PushEvent {

        static final String INFO_TYPE = "unauthorized";

        @Override
        public String infoType() {
            return INFO_TYPE;
        }
    }

    /** An event of another kind, which is of no concern to the material library. */
    record Other(String infoType, Instant createTime) implements PushEvent {
    }
}
