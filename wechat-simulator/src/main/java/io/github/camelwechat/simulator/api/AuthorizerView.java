package io.github.camelwechat.simulator.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelwechat.simulator.answer.Json;
import io.github.camelwechat.simulator.platform.Merchant;

/** Merchants as a third-party platform reads them. Names and pictures are made up. */
final class AuthorizerView {

    private static final int SERVICE_ACCOUNT = 2;
    private static final int VERIFIED = 0;
    private static final int NORMAL = 1;

    private AuthorizerView() {
    }

    static JsonNode info(Merchant merchant) {
        ObjectNode answer = Json.object();
        ObjectNode account = answer.putObject("authorizer_info").put("nick_name", merchant.appId()).put("head_img", "");
        account.putObject("service_type_info").put("id", SERVICE_ACCOUNT);
        account.putObject("verify_type_info").put("id", VERIFIED);
        account.put("user_name", "gh_" + String.format("%012x", Integer.toUnsignedLong(merchant.appId().hashCode())))
                .put("principal_name", merchant.appId()).put("alias", "");
        account.putObject("business_info").put("open_store", 0).put("open_scan", 0).put("open_pay", 0).put("open_card", 0)
                .put("open_shake", 0);
        account.put("qrcode_url", "").put("account_status", NORMAL);
        ObjectNode authorization
                = answer.putObject("authorization_info").put("authorizer_appid", merchant.appId());
        if (merchant.refreshToken() != null) {
            authorization.put("authorizer_refresh_token", merchant.refreshToken());
        }
        putSets(authorization, merchant);
        return answer;
    }

    static JsonNode item(Merchant merchant) {
        ObjectNode item = Json.object().put("authorizer_appid", merchant.appId());
        if (merchant.refreshToken() != null) {
            item.put("refresh_token", merchant.refreshToken());
        }
        return item.put("auth_time", merchant.authorizedAt().getEpochSecond());
    }

    static void putSets(ObjectNode authorization, Merchant merchant) {
        ArrayNode sets = authorization.putArray("func_info");
        merchant.permissionSets().forEach(set -> sets.addObject().putObject("funcscope_category").put("id", set));
    }
}
