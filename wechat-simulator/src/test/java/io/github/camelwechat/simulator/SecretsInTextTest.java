package io.github.camelwechat.simulator;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.camelwechat.simulator.journal.JournalEntry;
import org.junit.jupiter.api.Test;

import static io.github.camelwechat.simulator.ApiClient.ADD_MATERIAL;
import static org.assertj.core.api.Assertions.assertThat;

/** What tests print of the simulator has no token and no secret in it. */
class SecretsInTextTest extends SimulatorTest {

    @Test
    void entriesOfTheJournalKeepTheQueryToThemselves() {
        client.get("/cgi-bin/token?grant_type=client_credential&appid=wxdemo&secret=secret2");
        client.post("/cgi-bin/clear_quota?access_token=" + token, "{\"appid\":\"wxother\",\"secret\":\"secret2\"}");
        client.upload(token, "image", "a.png", Samples.picture("png"), null);

        List<JournalEntry> entries = wechat.journal().entries();
        assertThat(entries).extracting(JournalEntry::query).anySatisfy(query -> assertThat(query).contains("secret2"))
                .anySatisfy(query -> assertThat(query).contains(token));
        assertThat(texts(entries)).hasSizeGreaterThan(6).allSatisfy(
                text -> assertThat(text).doesNotContain(token).doesNotContain("secret2"));
        assertThat(wechat.journal().entries(ADD_MATERIAL)).singleElement().satisfies(
                upload -> assertThat(upload).asString().contains(ADD_MATERIAL, "wxdemo", "answered", "errcode 0"));
    }

    private static List<String> texts(List<JournalEntry> entries) {
        return entries.stream().flatMap(entry -> Stream.of(entry, entry.refusal(), entry.upload()))
                .filter(Objects::nonNull).map(String::valueOf).toList();
    }

    @Test
    void aTokenIsNotInItsText() {
        assertThat(wechat.tokens().stable("wxdemo", false).value()).isEqualTo(token);
        assertThat(wechat.tokens().stable("wxdemo", false)).asString().doesNotContain(token);
    }
}
