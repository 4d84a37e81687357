package io.github.camelwechat.material.internal.call;

/** An interface of WeChat's API: its name and path, and what it means that nobody knows how a call has ended. */
public enum WechatInterface {

    ADD_MATERIAL("addMaterial", "/cgi-bin/material/add_material", Answers.FLAT, Effect.ADDS),
    UPLOAD_IMAGE("uploadImage", "/cgi-bin/media/uploadimg", Answers.FLAT, Effect.CHANGES),
    GET_MATERIAL("getMaterial", "/cgi-bin/material/get_material", Answers.NEWS, Effect.NONE),
    DEL_MATERIAL("delMaterial", "/cgi-bin/material/del_material", Answers.FLAT, Effect.CHANGES),
    GET_MATERIAL_COUNT("getMaterialCount", "/cgi-bin/material/get_materialcount", Answers.FLAT, Effect.NONE),
    BATCH_GET_MATERIAL("batchGetMaterial", "/cgi-bin/material/batchget_material", Answers.NEWS_PAGE, Effect.NONE),
    ADD_DRAFT("addDraft", "/cgi-bin/draft/add", Answers.FLAT, Effect.ADDS),
    UPDATE_DRAFT("updateDraft", "/cgi-bin/draft/update", Answers.FLAT, Effect.CHANGES),
    GET_DRAFT("getDraft", "/cgi-bin/draft/get", Answers.NEWS, Effect.NONE),
    DELETE_DRAFT("deleteDraft", "/cgi-bin/draft/delete", Answers.FLAT, Effect.CHANGES),
    GET_DRAFT_COUNT("getDraftCount", "/cgi-bin/draft/count", Answers.FLAT, Effect.NONE),
    BATCH_GET_DRAFT("batchGetDraft", "/cgi-bin/draft/batchget", Answers.NEWS_PAGE, Effect.NONE),
    GET_API_QUOTA("getApiQuota", "/cgi-bin/openapi/quota/get", Answers.FLAT, Effect.NONE),
    GET_STABLE_ACCESS_TOKEN("getStableAccessToken", "/cgi-bin/stable_token", Answers.FLAT, Effect.GIVES_SECRETS),
    GET_ACCESS_TOKEN("getAccessToken", "/cgi-bin/token", Answers.FLAT, Effect.GIVES_SECRETS),
    START_PUSH_TICKET("startPushTicket", "/cgi-bin/component/api_start_push_ticket", Answers.FLAT, Effect.NONE),
    GET_COMPONENT_ACCESS_TOKEN("getComponentAccessToken", "/cgi-bin/component/api_component_token", Answers.FLAT,
                               Effect.GIVES_SECRETS),
    CREATE_PRE_AUTH_CODE("createPreAuthCode", "/cgi-bin/component/api_create_preauthcode", Answers.FLAT, Effect.GIVES_SECRETS),
    QUERY_AUTH("queryAuth", "/cgi-bin/component/api_query_auth", Answers.FLAT, Effect.GIVES_SECRETS),
    GET_AUTHORIZER_ACCESS_TOKEN("getAuthorizerAccessToken", "/cgi-bin/component/api_authorizer_token", Answers.FLAT,
                                Effect.GIVES_SECRETS),
    GET_AUTHORIZER_INFO("getAuthorizerInfo", "/cgi-bin/component/api_get_authorizer_info", Answers.FLAT, Effect.GIVES_SECRETS),
    GET_AUTHORIZER_LIST("getAuthorizerList", "/cgi-bin/component/api_get_authorizer_list", Answers.FLAT, Effect.GIVES_SECRETS);

    private final String wechatName;
    private final String path;
    private final int longestAnswer;
    private final Effect effect;

    /** Lengths of answers, in bytes. */
    private static final class Answers {
        /** A few fields. */
        private static final int FLAT = 4 << 20;
        /**
         * Of each article: WeChat documents less than 1 MB and 20,000 characters, and an escaped character has 6 bytes.
         */
        private static final int NEWS = 10 << 20;
        /** 20 news of 8 articles with 20,000 characters, all of them escaped: 19.2 MB. */
        private static final int NEWS_PAGE = 20 << 20;
    }

    private enum Effect {
        /** It reads. */
        NONE,
        /** It gives tokens or codes. */
        GIVES_SECRETS,
        /** It stores or deletes something. */
        CHANGES,
        /** It stores something, and again with each further call. */
        ADDS
    }

    WechatInterface(String wechatName, String path, int longestAnswer, Effect effect) {
        this.wechatName = wechatName;
        this.path = path;
        this.longestAnswer = longestAnswer;
        this.effect = effect;
    }

    /** {@return WeChat's name of it, in camel case: for texts} */
    public String wechatName() {
        return wechatName;
    }

    /** {@return the path below the address of the API, with a leading slash} */
    public String path() {
        return path;
    }

    /** {@return the most bytes that an answer in JSON may have} */
    public int longestAnswer() {
        return longestAnswer;
    }

    /** Returns whether a call stores or deletes something: twice is not the same as once. */
    public boolean changing() {
        return effect == Effect.CHANGES || effect == Effect.ADDS;
    }

    /** Returns whether any text in an answer may be a secret. */
    public boolean givesSecrets() {
        return effect == Effect.GIVES_SECRETS;
    }

    /** Returns whether a call that is answered with -1 (busy) may have been carried out all the same. */
    public boolean busyLeavesOpen() {
        return effect == Effect.ADDS;
    }

    /** {@return what to do after an unknown outcome, as a sentence without a full stop} */
    public String advice() {
        return changing()
                ? "Look whether it was done before you send it again" : "It changes nothing, so it may be sent again";
    }

    /** {@return WeChat's name of it} */
    @Override
    public String toString() {
        return wechatName;
    }
}
