package io.github.camelwechat.material.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.tika.Tika;

/** Program that names the format of a file by its content, and has nothing to do with the others, or with us. */
enum Judge {

    FILE {
        @Override
        String version() throws IOException {
            return firstLine("file", "--version");
        }

        @Override
        List<String> judge(List<Path> files) throws IOException {
            List<String> types = run(files, "file", "--brief", "--mime-type");
            List<String> texts = run(files, "file", "--brief");
            List<String> verdicts = new ArrayList<>();
            for (int i = 0; i < files.size(); i++) {
                String text = texts.get(i);
                verdicts.add(text.contains("layer II,") ? "mp2" : text.contains("layer I,") ? "mp1" : ofType(types.get(i)));
            }
            return verdicts;
        }
    },

    FFPROBE {
        @Override
        String version() throws IOException {
            return firstLine("ffprobe", "-version").replaceAll(" Copyright.*", "");
        }

        @Override
        List<String> judge(List<Path> files) {
            return files.parallelStream().map(Judge::probed).toList();
        }
    },

    TIKA {
        @Override
        String version() {
            return "Tika " + Tika.class.getPackage().getImplementationVersion();
        }

        @Override
        List<String> judge(List<Path> files) {
            Tika tika = new Tika();
            return files.stream().map(file -> {
                try (InputStream in = Files.newInputStream(file)) {
                    return ofType(tika.detect(in));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).toList();
        }
    };

    /** Nothing that it knows. */
    static final String UNKNOWN = "-";
    static final String TEXT = "text";

    private static final int CHUNK = 200;
    private static final Pattern FIELD
            = Pattern.compile("(format_name|probe_score|TAG:major_brand|codec_type|codec_name|DISPOSITION:attached_pic)=(.*)");
    /** What ffprobe takes for sound or video with a score below this is rubbish for the most part, and it says so. */
    private static final int LOW_SCORE = 25;

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("image/x-ms-bmp", "bmp"), Map.entry("audio/mpeg", "mp3"), Map.entry("audio/x-wav", "wav"),
            Map.entry("audio/vnd.wave", "wav"), Map.entry("audio/amr-nb", "amr"), Map.entry("audio/amr-wb", "amr-wb"),
            Map.entry("application/mp4", "mp4"),
            Map.entry("video/x-ms-asf", "asf"), Map.entry("application/vnd.ms-asf", "asf"), Map.entry("audio/x-ms-wma", "wma"),
            Map.entry("video/x-ms-wmv", "wmv"), Map.entry("video/quicktime", "mov"), Map.entry("video/3gpp", "3gp"),
            Map.entry("video/3gpp2", "3gp"),
            Map.entry("audio/x-m4a", "m4a"), Map.entry("audio/mp4", "m4a"), Map.entry("video/x-m4v", "mp4"),
            Map.entry("audio/x-hx-aac-adts", "aac"), Map.entry("audio/x-aac", "aac"),
            Map.entry("audio/x-flac", "flac"), Map.entry("audio/vorbis", "ogg"), Map.entry("audio/opus", "ogg"),
            Map.entry("video/ogg", "ogg"), Map.entry("application/ogg", "ogg"),
            Map.entry("video/theora", "ogg"), Map.entry("audio/x-aiff", "aiff"), Map.entry("video/x-matroska", "mkv"),
            Map.entry("video/webm", "mkv"),
            Map.entry("application/x-matroska", "mkv"), Map.entry("video/x-msvideo", "avi"), Map.entry("video/x-flv", "flv"),
            Map.entry("image/vnd.adobe.photoshop", "psd"), Map.entry("image/heif", "heic"),
            Map.entry("image/heif-sequence", "heic"), Map.entry("image/heic-sequence", "heic"),
            Map.entry("image/x-jp2-codestream", "jp2"), Map.entry("image/x-jxl", "jxl"),
            Map.entry("application/x-gzip", "gzip"), Map.entry("application/octet-stream", UNKNOWN),
            Map.entry("image/apng", "png"), Map.entry("image/svg+xml", "svg"),
            Map.entry("application/x-bzip2", "bz2"), Map.entry("application/zstd", "zst"),
            Map.entry("application/x-tar", "tar"), Map.entry("image/vnd.mozilla.apng", "png"));

    abstract String version() throws IOException;

    /** {@return a short name of the format of each file; {@value #UNKNOWN} where it knows none} */
    abstract List<String> judge(List<Path> files) throws IOException;

    private static String ofType(String typeAndParameters) {
        String type = typeAndParameters.replaceAll(";.*", "").strip();
        String name = TYPES.get(type.toLowerCase(Locale.ROOT));
        if (name != null) {
            return name;
        }
        return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml") || type.contains("html")
                ? TEXT
                : type.substring(type.indexOf('/') + 1).toLowerCase(Locale.ROOT).replace("x-", "");
    }

    private static String firstLine(String... command) throws IOException {
        return output(command).lines().findFirst().orElseThrow();
    }

    private static List<String> run(List<Path> files, String... command) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < files.size(); from += CHUNK) {
            List<String> all = new ArrayList<>(List.of(command));
            files.subList(from, Math.min(files.size(), from + CHUNK)).forEach(file -> all.add(file.toString()));
            lines.addAll(output(all.toArray(String[]::new)).lines().toList());
        }
        return lines;
    }

    private static String output(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String probed(Path file) {
        try {
            String text = output("ffprobe", "-v", "quiet", "-show_entries",
                    "format=format_name,probe_score:format_tags=major_brand:stream=codec_type,codec_name:stream_disposition=attached_pic",
                    file.toString());
            return ofFields(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ofFields(String text) {
        String format = UNKNOWN;
        String brand = "";
        int score = 0;
        boolean video = false;
        boolean sound = false;
        String codec = "";
        String kind = "";
        for (Matcher field = FIELD.matcher(text); field.find();) {
            String value = field.group(2).strip();
            switch (field.group(1)) {
                case "format_name" -> format = value;
                case "probe_score" -> score = Integer.parseInt(value);
                case "TAG:major_brand" -> brand = value;
                case "codec_type" -> kind = value;
                case "codec_name" -> codec = codec.isEmpty() ? value : codec;
                default -> {
                    video |= kind.equals("video") && value.equals("0");
                    sound |= kind.equals("audio");
                }
            }
        }
        return named(format, brand, score, video, sound, codec);
    }

    private static String named(String format, String brand, int score, boolean video, boolean sound, String codec) {
        return switch (format) {
            case "mov,mp4,m4a,3gp,3g2,mj2" -> video ? brand.startsWith("qt") ? "mov" : brand.startsWith("3g") ? "3gp" : "mp4"
                    : sound ? "m4a" : UNKNOWN;
            case "asf" -> video ? "wmv" : sound ? "wma" : "asf";
            case "mp3" -> score < LOW_SCORE ? UNKNOWN : codec.isEmpty() ? UNKNOWN : codec;
            case "aac", "loas", "ac3", "eac3", "h264", "hevc", "mpegvideo", "mpeg", "mpegts", "dts", "alaw", "mulaw", "h263",
                    "h261", "m4v", "obu", "dirac", "vc1", "mjpeg", "g722", "s8", "u8", "gsm", "g723_1", "sbc", "adp", "tty" ->
                score < LOW_SCORE ? UNKNOWN : format;
            case "amr", "amrnb", "amrwb" -> codec.equals("amr_wb") ? "amr-wb" : "amr";
            case "matroska,webm" -> "mkv";
            case "image2" -> codec;
            default -> format.endsWith("_pipe") ? format.substring(0, format.length() - 5) : format;
        };
    }
}
