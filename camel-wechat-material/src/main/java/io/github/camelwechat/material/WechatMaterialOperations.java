package io.github.camelwechat.material;

/** Operations of the endpoint, named as WeChat names its interfaces. */
public enum WechatMaterialOperations {

    /** Uploads the body as permanent material. */
    addMaterial,
    /** Uploads the body, a jpg or png below 1 MB, for use inside articles; it does not get into the library. */
    uploadImage,
    /** Fetches the material that the header MediaId names. */
    getMaterial,
    /** Deletes the material that the header MediaId names. */
    delMaterial,
    /** Counts the materials of each type. */
    getMaterialCount,
    /** Lists a page of the materials of a type. */
    batchGetMaterial,
    /** Puts the articles in the body into the draft box. */
    addDraft,
    /** Puts the article in the body in the place of one of the draft that the header MediaId names. */
    updateDraft,
    /** Fetches the draft that the header MediaId names. */
    getDraft,
    /** Deletes the draft that the header MediaId names. */
    deleteDraft,
    /** Counts the drafts. */
    getDraftCount,
    /** Lists a page of the drafts. */
    batchGetDraft,
    /** Uploads the pictures of the HTML in the body, and puts WeChat's addresses in their places. */
    rewriteArticle,
    /** Reports the token, the rights, the quotas and the room of the account; it changes nothing. */
    checkAccount
}
