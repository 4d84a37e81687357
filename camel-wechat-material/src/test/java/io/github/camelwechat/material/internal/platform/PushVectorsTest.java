package io.github.camelwechat.material.internal.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Bytes that were made and opened by other programs, openssl among them. */
class PushVectorsTest {

    private static final PushWriter.Push TICKET = push("6aad78f02117c766817581e3b49e07d5fb2079f4", """
            Q3stYC6hdFzMh9T8HCvyDEcAt88cN7j5dxiFuvQpSdRfZXOPHlG8KvmbInq1//odR/jYvWiJNiWt5pNA/pVRWKfGDDRO8xi+
            i4x5Q5owhZO2ldM7Eg0tosWTe82LRB2oK/NcFN5z8uQ9DGXOagGXM2jIjYnhHh37CAq4JYRtssn1NLStMMLXEh/F+HqMVfI/
            7dOFAN0V2UKoc6qN/JRfTI8vQQKEH7O28sch7sdD0jLZYH5duOklr2ZKwVgozG9xdcMaP8BVFXCJCKNSVc4+M+5LYcOd+cpG
            gQOMFpBGT7M37t0OcbMdR5YnNNkQ2ZiKenhSztc6DXimyAjD4FcT4v6rGY71EQoy8saAEUcML16RIP8PAfDtQlQVSmyZzr86
            """);
    /** Message and frame fill the last block, so the padding has the length of a block. */
    private static final PushWriter.Push FULL_BLOCKS = push("9dadea525113b15fafd63172a41e756446188247", """
            Q3stYC6hdFzMh9T8HCvyDDFXrw7BVEODQZ1zla5ktu/k8ISr/tDcQWx1XK8gZYGJi3Sc/h9PZt73pfkyW07lK6PqLnxHKMZk
            O5HR5bL2Z0JKc2Y5d08Cv9ZOm9iXGQYibVAvhlDfcx77s2kjbBRHlAuqX5XCWuCv6jpbHyIXdTI=
            """);

    private final Envelope envelope = new Envelope(PushWriter.APP_ID, PushWriter.TOKEN, PushWriter.KEY);

    private static PushWriter.Push push(String signature, String encrypt) {
        return new PushWriter.Push("1735689600", "1320562132", signature, encrypt.replace("\n", ""));
    }

    @Test
    void ticketIsRead() {
        assertThat(TICKET.readBy(PushWriter.reader())).isEqualTo(
                new PushResult.Accepted(new PushEvent.Ticket(PushWriter.TIME, "ticket@@@camel-0001")));
    }

    @Test
    void messageThatFillsItsBlocksIsRead() throws Exception {
        envelope.checkSignature(FULL_BLOCKS.signature(), FULL_BLOCKS.timestamp(), FULL_BLOCKS.nonce(), FULL_BLOCKS.encrypt());

        assertThat(envelope.open(FULL_BLOCKS.encrypt())).isEqualTo(Map.of("Title", "骆驼"));
    }

    @Test
    void writerOfTheTestsWritesTheSame() {
        PushWriter writer = PushWriter.own();

        assertThat(writer.write(PushWriter.TICKET)).isEqualTo(TICKET);
        assertThat(writer.plain(PushWriter.TICKET.getBytes(UTF_8))).hasSize(288).endsWith(25);
        assertThat(writer.write("<xml><Title><![CDATA[骆驼]]></Title>" + " ".repeat(14) + "</xml>")).isEqualTo(FULL_BLOCKS);
    }

    @Test
    void addressIsChecked() {
        assertThat(PushWriter.reader().check(TICKET.query() + "&echostr=5193859017486923417"))
                .isEqualTo(new PushResult.Check("5193859017486923417"));
    }

    @Test
    void signatureOfWechatsManualIsRight() {
        PushReader reader = new PushReader(
                new Envelope("wx1", "AAAAA", PushWriter.KEY), Duration.ZERO, Clock.systemUTC());

        assertThat(reader.check("signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492"
                                + "&echostr=4375120948345356249"))
                .isEqualTo(new PushResult.Check("4375120948345356249"));
    }
}
