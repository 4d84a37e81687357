package io.github.camelwechat.material;

/**
 * Operations of a platform's endpoint, named as WeChat names its interfaces. Only the endpoint's option selects one.
 */
public enum WechatMaterialPlatformOperations {

    /** Answers a request to the platform's address for pushes, which an HTTP consumer has taken. */
    receive,
    /** Asks WeChat to push tickets. */
    startPushTicket,
    /** Makes the links by which the administrator of an account authorizes the platform. */
    createPreAuthCode,
    /** Redeems the authorization code of the header AuthCode. */
    queryAuth,
    /** Fetches what WeChat tells of the account of the header Merchant. */
    getAuthorizerInfo,
    /** Lists a part of the accounts that have authorized the platform. */
    getAuthorizerList
}
