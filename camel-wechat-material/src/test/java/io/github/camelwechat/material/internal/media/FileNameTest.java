package io.github.camelwechat.material.internal.media;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.camelwechat.material.internal.media.MediaFormat.JPEG;
import static io.github.camelwechat.material.internal.media.MediaFormat.MP3;
import static io.github.camelwechat.material.internal.media.MediaFormat.MP4;
import static io.github.camelwechat.material.internal.media.MediaFormat.PNG;
import static io.github.camelwechat.material.internal.media.MediaFormat.WEBP;
import static org.assertj.core.api.Assertions.assertThat;

class FileNameTest {

    private static final UploadRule IMAGE = MaterialType.IMAGE.rule();
    private static final UploadRule VOICE = MaterialType.VOICE.rule();
    private static final UploadRule VIDEO = MaterialType.VIDEO.rule();
    private static final UploadRule THUMB = MaterialType.THUMB.rule();

    /** Headers bring such names, and the thread that cuts them has better things to do than to do so step by step. */
    @Test
    void aNameOfMegabytesIsCutAtOnce() {
        String camels = "🐫".repeat(4 << 20);

        assertThat(FileName.toSend(FileName.clean(camels), IMAGE, PNG, true)).isEqualTo("🐫".repeat(62) + ".png");
        assertThat(FileName.toSend(FileName.clean("a" + camels), IMAGE, PNG, true)).isEqualTo("a" + "🐫".repeat(62) + ".png");
        assertThat(FileName.clean("a" + ". ".repeat(4 << 20))).isEqualTo("a");
    }

    static String[][] names() {
        return new String[][] {
                { "/data/in/封面.png", "封面.png" },
                { "C:\\photos\\a b.png", "a b.png" },
                { "C:photo.png", "photo.png" },
                { "../../etc/x.png", "x.png" },
                { "folder/", null },
                { "", null }, { "   ", null }, { ".", null }, { "..", null }, { "a/..", null },
                { null, null },
                { "🐫 camel.png", "🐫 camel.png" },
                { "👩‍👧.png", "👩‍👧.png" },
                { "a\"b'c.png", "a_b'c.png" },
                { "a\r\nX-Evil: 1.png", "a__X-Evil: 1.png" },
                { "a\0b\u007fc\u0085d\u2028e\u2029f.png", "a_b_c_d_e_f.png" },
                { "lone\ud83dx.png", "lone_x.png" }, { "lone\udc2bx.png", "lone_x.png" },
                { "gnp\u202egpj.png", "gnp_gpj.png" },
                { "  a.png ", "a.png" }, { "a.png.", "a.png" },
                { ".hidden", ".hidden" },
                { "\ufeff骆\u200b驼\u200e.p\u061cng\u200f", "骆驼.png" }, { "\u200b\ufeff", null }, { "a\u200b/\u200b", null },
                { ".\u200b.", null }, { "a.png.\u200b", "a.png" },
                { "a\u00ad\u2060\u2066b\u2069.p\u206ang\ufff9\uffff", "a_b.png" }, { "a\ufe0f\u200d.png", "a.png" },
                { "\u00a0\u3000a.png\u00a0", "a.png" }, { "\u2800\u2007", null }, { "\u2800.png", ".png" },
                { "a.png\r\n", "a.png" }, { "\ta.png\0", "a.png" }, { "\"a b.png\"", "a b.png" }, { "\"", "_" },
                { "\"a\"b.png", "_a_b.png" } };
    }

    static String[][] ends() {
        return new String[][] {
                { "a.png\u202c", "a.png" }, { "\u2068a\u2069.png", "a.png" }, { "\u202aC:\\in\\a.png", "a.png" },
                { "a.png\u2066", "a.png" }, { "a.png\ud83d", "a.png" }, { "\ud83da.png", "a.png" }, { "a\u202e.png", "a_.png" },
                { "\"\u200ea.png\u200e\"", "a.png" }, { "a.png\u200d", "a.png" }, {
                        "\u0d28\u0d4d\u200d.png",
                        "\u0d28\u0d4d\u200d.png" },
                { "\u202c\u2069", null } };
    }

    /** Windows copies paths with such characters, and programs put them around names that they show. */
    @ParameterizedTest
    @MethodSource("ends")
    void endsHaveNoChangeOfDirectionAndNoHalfCharacter(String wanted, String clean) {
        assertThat(FileName.clean(wanted)).isEqualTo(clean);
    }

    static String[][] headers() {
        return new String[][] {
                { "attachment; filename=\"a b.png\"", "a b.png" }, { "attachment;filename=a.png; size=3", "a.png" },
                { "Attachment; FileName = \"in\\a.png\"", "a.png" }, { "inline; filename=\"a\\\"b.png\"", "a_b.png" },
                { "inline; filename=\"C:\\in\\\"", null }, { "attachment; filename=\"a.png", "a.png" },
                { "form-data; name=\"media\"; filename=\"骆驼.png\"", "骆驼.png" },
                { "attachment; filename*=UTF-8''%E9%AA%86.png; filename=\"a.png\"", "骆.png" },
                { "attachment; filename=\"a.png\"; filename*=gb18030'zh-CN'%C2%E6.png", "骆.png" },
                { "attachment; filename=\"a.png\"; filename*=UTF-8''%C2%E6.png", "a.png" },
                { "attachment; filename=\"a.png\"; filename*=none''b.png", "a.png" },
                { "attachment; filename=\"=?UTF-8?B?6aqG6am8LnBuZw==?=\"", "骆驼.png" },
                { "attachment; filename*=UTF-8''100%.png", "100%.png" },
                { "attachment; filename*=UTF-8''%-1%+5.png", "%-1%+5.png" },
                { "attachment; filename*=UTF-8''a%0d%0a%2f🐫.png", "🐫.png" },
                { "=?UTF-8?B?6aqG6am8LnBuZw==?=", "骆驼.png" }, { "=?gb2312?q?=C2=E6_1.png?=", "骆 1.png" },
                { "=?utf-8?B?6aqG?=\r\n =?utf-8*zh?Q?=E9=A9=BC.png?=", "骆驼.png" }, { "=?utf-8?Q?a?=.png", "a.png" },
                // none of these
                { "attachment; a.png", "attachment; a.png" }, { "attachment.png", "attachment.png" },
                { "=?none?B?6aqG?=", "=?none?B?6aqG?=" }, { "=?utf-8?B?wuY=?=.png", "=?utf-8?B?wuY=?=.png" } };
    }

    @ParameterizedTest
    @MethodSource("headers")
    void readsTheNameInAHeader(String wanted, String clean) {
        assertThat(FileName.clean(wanted)).isEqualTo(clean);
    }

    @Test
    void longHeaderTakesLittleTime() {
        String quotes = "\\\"".repeat(1 << 20);

        assertThat(FileName.clean("attachment; filename=\"" + quotes + "a.png\"")).endsWith("_a.png");
        assertThat(FileName.clean("attachment; filename*=utf-8''" + "%41".repeat(1 << 20))).startsWith("AAA");
        assertThat(FileName.clean("=?utf-8?Q?" + "=41".repeat(1 << 20) + "?=")).startsWith("AAA");
        assertThat(FileName.clean("https://example.com/" + ";a=".repeat(1 << 20) + "/a.png")).isEqualTo("a.png");
        assertThat(FileName.clean("attachment; filename" + " ".repeat(1 << 20))).startsWith("attachment");
    }

    static String[][] addresses() {
        return new String[][] {
                { "photo.jpg?imageView2/2/w/100", "photo.jpg" }, { "photo.JPG#/top", "photo.JPG" },
                { "photo.jpg!thumb", "photo.jpg" }, { "photo.jpg!/fw/100", "photo.jpg" },
                { "photo.jpg@320w_200h.webp", "photo.jpg" }, { "photo.jpg;jsessionid=0A/1", "photo.jpg" },
                { "photo.jpg&w=100", "photo.jpg" }, { "in/a.png?x-oss-process=image/resize,w_100", "a.png" },
                { "https://example.com/in/photo.jpg?a=/b/c.png#d", "photo.jpg" }, { "https://example.com/a;x=1", "a" },
                { "https://example.com/R%26B%3B%20vol.%201.png", "R&B; vol. 1.png" },
                { "https://example.com/a;b=1/c;d.png", "c;d.png" },
                { "HTTPS://example.com/0?wx_fmt=png", "0" }, { "0?wx_fmt=png", "0" },
                { "https://example.com/what%3F.jpg", "what?.jpg" }, { "https://example.com/a#1.jpg", "a" },
                { "https://example.com/", null }, { "https://example.com", null }, { "https://example.com?a=b.jpg", null },
                { "https://example.com/folder/", null }, { "//example.com/photo.jpg?x", "photo.jpg" },
                { "https://example.com/o/in%2Fmy%20photo.jpg?alt=media", "my photo.jpg" },
                { "https://example.com/%E9%AA%86%E9%A9%BC.jpg", "骆驼.jpg" }, { "%E9%AA%86%E9%A9%BC.jpg", "骆驼.jpg" },
                { "%E9%AA%86%2F%E9%A9%BC.jpg", "驼.jpg" }, { "%E9%AA%86%0d%0a%22%E2%80%8B.jpg", "骆___.jpg" },
                { "%C2%E6%CD%D5.jpg", "%C2%E6%CD%D5.jpg" }, { "%E9%AA.jpg", "%E9%AA.jpg" },
                { "https://example.com/100%.jpg", "100%.jpg" }, { "https://example.com/%24%5C1.jpg", "1.jpg" },
                { "file:/in/a%20b.png", "a b.png" }, { "file:///in/%E9%AA%86.png", "骆.png" },
                { "data:image/png;base64,iVBORw0K/AAA=", null },
                // what image services are asked for
                { "photo.jpg?x=1", "photo.jpg" }, { "photo.jpg?", "photo.jpg" }, { "photo.jpg@!thumb", "photo.jpg" },
                { "photo.jpg!w100", "photo.jpg" }, { "photo.png#frag", "photo.png" }, { "photo?imageView2/2/w/100", "photo" },
                { "photo?imageMogr2/thumbnail/!50p|watermark/1/image/aHR0cDovLw==", "photo" }, { "photo?imageInfo", "photo" },
                { "photo.jpg|imageMogr2/thumbnail", "photo.jpg" }, { "film.mp4?vframe/jpg/offset/1", "film.mp4" },
                { "photo.jpg~tplv-a1b2:100:100.image", "photo.jpg" }, { "photo.jpg:large", "photo.jpg" },
                { "photo.jpg=s100-c", "photo.jpg" }, { "photo.jp\u200eg?\u200bx=1", "photo.jpg" },
                // escaped as a whole
                { "photo.jpg%3FimageView2%2F2", "photo.jpg" }, { "photo.jpg%3fx=1", "photo.jpg" },
                { "photo.jpg%21thumb", "photo.jpg" }, { "in%2Fphoto.jpg", "photo.jpg" }, { "in%5cphoto.jpg", "photo.jpg" },
                { "%2e%2e%2Fmy%20photo.jpg", "my photo.jpg" }, { "UTF-8''%E9%AA%86.jpg", "骆.jpg" },
                { "utf-8'en'a%20b.jpg", "a b.jpg" }, { "file:photo.jpg", "photo.jpg" },
                // no addresses
                { "what?.jpg", "what?.jpg" }, { "a#1.jpg", "a#1.jpg" }, { "me@home.jpg", "me@home.jpg" },
                { "photo@2x.png", "photo@2x.png" }, { "Hey! You.png", "Hey! You.png" },
                { "R&B; vol. 1.mp3", "R&B; vol. 1.mp3" },
                { "50%20off.jpg", "50%20off.jpg" }, { "100%.jpg", "100%.jpg" }, { "Qs: who? me.png", "Qs: who? me.png" },
                { "re: data: x, y.png", "re: data: x, y.png" }, { "a.mp3: the end.mp3", "a.mp3: the end.mp3" },
                { "a.jpg=b.jpg", "a.jpg=b.jpg" }, { "why?imageless", "why?imageless" }, { "file: a.jpg", "file: a.jpg" } };
    }

    /** Feeds name what they have fetched by what the address ends in, and object stores by a key with parameters. */
    @ParameterizedTest
    @MethodSource("addresses")
    void takesTheNameOutOfAnAddress(String wanted, String clean) {
        assertThat(FileName.clean(wanted)).isEqualTo(clean);
    }

    @Test
    void whatIsReadAsOneCharacterIsNotCut() {
        String family = "👩\u200d👧\u200d👦";
        String sent = FileName.toSend(family.repeat(20), IMAGE, PNG, true);

        assertThat(sent).isEqualTo(family.repeat(13) + ".png").satisfies(
                name -> assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(13 * 18 + 4));
        assertThat(FileName.toSend("e\u0301".repeat(200), IMAGE, PNG, true)).isEqualTo("e\u0301".repeat(83) + ".png");
        assertThat(FileName.toSend("x".repeat(250) + "e\u0301", IMAGE, PNG, true)).isEqualTo("x".repeat(250) + ".png");
        // one that is longer than a name may be
        assertThat(FileName.toSend("e" + "\u0301".repeat(5000), IMAGE, PNG, true)).isEqualTo(
                "e" + "\u0301".repeat(125) + ".png");
    }

    @ParameterizedTest
    @MethodSource("names")
    void dropsPathsAndReplacesWhatBreaksOut(String wanted, String clean) {
        assertThat(FileName.clean(wanted)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({
            "a.jpg,a.jpg", "a.jpeg,a.jpeg", "a.JPG,a.JPG", // kept
            "a.png,a.jpg", "a.WEBP,a.jpg", "a.jfif,a.jpg", "a.mp4,a.jpg", // contradicted
            "a,a.jpg", "archive.tar,archive.tar.jpg", "report.v2,report.v2.jpg", "scan.pdf,scan.pdf.jpg", // added
            "Mr. Smith,Mr. Smith.jpg", "2026.11.23,2026.11.23.jpg",
            "a.jpg.gz,a.jpg", "a.png.GZ,a.jpg", "a.jpg.inprogress,a.jpg", "a.tar.gz,a.tar.gz.jpg", "a.gz,a.gz.jpg", // packed
            "jpg.gz,jpg.gz.jpg", "gz,gz.jpg", "a.aiff,a.jpg", "a.silk,a.jpg", "a.mpga,a.jpg",
            ".jpg,image.jpg", ".png,image.jpg", ".hidden,.hidden.jpg", ",image.jpg" }) // no name
    void putsTheExtensionRight(String clean, String sent) {
        assertThat(FileName.toSend(clean, IMAGE, JPEG, true)).isEqualTo(sent);
    }

    @Test
    void aThumbIsAJpg() {
        assertThat(FileName.toSend("a.jpeg", THUMB, JPEG, true)).isEqualTo("a.jpg");
        assertThat(FileName.toSend(null, THUMB, JPEG, true)).isEqualTo("thumb.jpg");
        assertThat(FileName.toSend(null, VOICE, MP3, true)).isEqualTo("voice.mp3");
        assertThat(FileName.toSend("a.m4v", VIDEO, MP4, true)).isEqualTo("a.mp4");
    }

    @Test
    void uncheckedOnlyAddsAnExtension() {
        assertThat(FileName.toSend("a.png", IMAGE, JPEG, false)).isEqualTo("a.png");
        assertThat(FileName.toSend("a.webp", IMAGE, WEBP, false)).isEqualTo("a.webp.jpg");
        assertThat(FileName.toSend("a.webp", IMAGE, PNG, false)).isEqualTo("a.webp.png");
        assertThat(FileName.toSend("a.png.gz", IMAGE, PNG, false)).isEqualTo("a.png.gz.png");
        assertThat(FileName.toSend("a", IMAGE, null, false)).isEqualTo("a.jpg");
        assertThat(FileName.toSend("a", VOICE, null, false)).isEqualTo("a.mp3");
        assertThat(FileName.toSend("a", THUMB, PNG, false)).isEqualTo("a.jpg");
        assertThat(FileName.toSend("a.dat", VIDEO, null, false)).isEqualTo("a.dat.mp4");
        assertThat(FileName.toSend(null, VIDEO, null, false)).isEqualTo("video.mp4");
    }

    @Test
    void isBoundedInBytesAndCutsNoCharacterAndNoExtension() {
        assertThat(FileName.toSend("x".repeat(251) + ".png", IMAGE, PNG, true)).isEqualTo("x".repeat(251) + ".png");
        assertThat(FileName.toSend("x".repeat(252) + ".png", IMAGE, PNG, true)).isEqualTo("x".repeat(251) + ".png");
        assertThat(FileName.toSend("x".repeat(300) + ".jpeg", IMAGE, JPEG, true)).isEqualTo("x".repeat(250) + ".jpeg");

        // 251 bytes are left: 83 characters of three bytes, 62 of four
        assertThat(FileName.toSend("封".repeat(200), IMAGE, PNG, true)).isEqualTo("封".repeat(83) + ".png");
        String emoji = FileName.toSend("🐫".repeat(200), IMAGE, PNG, true);
        assertThat(emoji).isEqualTo("🐫".repeat(62) + ".png");
        assertThat(new String(emoji.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(emoji);
    }

    @Test
    void whereTheCutWouldBeInTheMiddleOfACharacterTheWholeOfItGoes() {
        assertThat(FileName.toSend("x".repeat(250) + "🐫🐫", IMAGE, PNG, true)).isEqualTo("x".repeat(250) + ".png");
        assertThat(FileName.toSend("x".repeat(247) + "🐫🐫", IMAGE, PNG, true)).isEqualTo("x".repeat(247) + "🐫.png");
    }

    @Test
    void ofADownloadHasTheExtensionOfItsContent() {
        assertThat(FileName.ofDownload("封面.png", PNG, "id")).isEqualTo("封面.png");
        assertThat(FileName.ofDownload("a.JPEG", JPEG, "id")).isEqualTo("a.JPEG");
        assertThat(FileName.ofDownload("../a.exe", PNG, "id")).isEqualTo("a.exe.png");
        assertThat(FileName.ofDownload("png", PNG, "id")).as("a name, and no extension").isEqualTo("png.png");
        assertThat(FileName.ofDownload("a.exe", null, "id")).isEqualTo("a.exe");
        assertThat(FileName.ofDownload(null, MP3, "id")).isEqualTo("id.mp3");
        assertThat(FileName.ofDownload("..", MP3, "a/..")).isEqualTo("material.mp3");
        assertThat(FileName.ofDownload(".png", PNG, "id")).as("no hidden file").isEqualTo("id.png");
        assertThat(FileName.ofDownload("..%2f.a.png", PNG, ".id")).isEqualTo("a.png");
        assertThat(FileName.ofDownload(". .bashrc", null, "id")).isEqualTo("bashrc");
        assertThat(FileName.ofDownload(".", PNG, ".jpg")).isEqualTo("material.png");
    }

    @Test
    void ofADownloadIsBoundedToo() {
        assertThat(FileName.ofDownload("x".repeat(300), null, "id")).isEqualTo("x".repeat(255));
        assertThat(FileName.ofDownload("x".repeat(300), JPEG, "id")).isEqualTo("x".repeat(251) + ".jpg");
    }
}
