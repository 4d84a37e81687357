package io.github.camelwechat.material.internal.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;

/** Server that answers each interface of a platform with any text, good ones to begin with. */
final class HostileWechat implements AutoCloseable {

    static final String COMPONENT_TOKEN = "planted-component-token-0123456789";
    static final String TOKEN = "planted-access-token-0123456789abcd";
    static final String REFRESH_TOKEN = "refreshtoken@@@planted-refresh-token";
    static final String TICKET = "ticket@@@planted-ticket-of-the-platform";
    static final String CODE = "queryauthcode@@@planted-code-of-the-shop";
    static final String PRE_AUTH_CODE = "preauthcode@@@planted-pre-auth-code-1";
    /** Of another account: nobody may use or store them. */
    static final String FOREIGN_TOKEN = "foreign-access-token-0123456789abcd";
    static final String FOREIGN_REFRESH_TOKEN = "refreshtoken@@@foreign-refresh-token";

    static final Map<String, String> GOOD = Map.of(
            "api_component_token", """
                    {"component_access_token":"%s","expires_in":7200}""".formatted(COMPONENT_TOKEN),
            "api_query_auth", """
                    {"authorization_info":{"authorizer_appid":"wxshop","authorizer_access_token":"%s","expires_in":7200,\
                    "authorizer_refresh_token":"%s","func_info":[{"funcscope_category":{"id":11}}]}}"""
                    .formatted(TOKEN, REFRESH_TOKEN),
            "api_authorizer_token", """
                    {"authorizer_access_token":"%s","expires_in":7200,"authorizer_refresh_token":"%s"}"""
                    .formatted(TOKEN, REFRESH_TOKEN),
            "api_get_authorizer_info", """
                    {"authorizer_info":{"nick_name":"Shop","service_type_info":{"id":2},"verify_type_info":{"id":0},\
                    "account_status":1},"authorization_info":{"authorizer_appid":"wxshop","authorizer_refresh_token":"%s",\
                    "func_info":[{"funcscope_category":{"id":11}}]}}""".formatted(REFRESH_TOKEN),
            "api_get_authorizer_list", """
                    {"total_count":1,"list":[{"authorizer_appid":"wxshop","refresh_token":"%s","auth_time":1558000607}]}"""
                    .formatted(REFRESH_TOKEN),
            "api_create_preauthcode", """
                    {"pre_auth_code":"%s","expires_in":600}""".formatted(PRE_AUTH_CODE),
            "api_start_push_ticket", """
                    {"errcode":0,"errmsg":"ok"}""");

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>(GOOD);
    /** Path, query and body of the requests. */
    final List<String> requests = new CopyOnWriteArrayList<>();

    HostileWechat() {
        // or each answer takes 40 ms
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestURI() + " " + body);
            byte[] answer = answers.get(path.substring(path.lastIndexOf('/') + 1)).getBytes(StandardCharsets.UTF_8);
            // the kernel would hold the body back for 40 ms
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answer(String called, String answer) {
        answers.put(called, answer);
    }

    void answerWell() {
        answers.putAll(GOOD);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
