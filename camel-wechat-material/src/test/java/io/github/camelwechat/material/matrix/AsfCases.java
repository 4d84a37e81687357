package io.github.camelwechat.material.matrix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/** Microsoft's container: header objects in other orders and sizes than usual. */
final class AsfCases {

    private static final byte[] WMA = CaseList.sample("tone.wma");
    private static final byte[] WMV = CaseList.sample("clip.wmv");
    private static final String HEADER = "3026b2758e66cf11a6d900aa0062ce6c";
    private static final String STREAM = "9107dcb7b7a9cf118ee600c00c205365";
    private static final String EXTENSION = "b503bf5f2ea9cf118ee300c00c205365";
    private static final String FILE = "a1dcab8c47a9cf118ee400c00c205365";
    private static final String PADDING = "74d40618dfca0945a4ba9aabcb96aae8";
    private static final String CONTENT = "3326b2758e66cf11a6d900aa0062ce6c";
    private static final int HEAD = 30;

    private AsfCases() {
    }

    private static List<byte[]> objects(byte[] file) {
        ByteBuffer all = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int end = (int) all.getLong(16);
        List<byte[]> objects = new ArrayList<>();
        for (int at = HEAD; at < end;) {
            int size = (int) all.getLong(at + 16);
            objects.add(Arrays.copyOfRange(file, at, at + size));
            at += size;
        }
        return objects;
    }

    private static byte[] object(String guid, byte[] content) {
        return new Blob().hex(guid).little(24L + content.length, 8).bytes(content).bytes();
    }

    private static byte[] empty(int count) {
        Blob objects = new Blob();
        for (int i = 0; i < count; i++) {
            objects.bytes(object(PADDING, new byte[0]));
        }
        return objects.bytes();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        int at = 0;
        while (!Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
            at++;
        }
        return at;
    }

    private static boolean isStream(byte[] object) {
        return HexFormat.of().formatHex(object, 0, 16).equals(STREAM);
    }

    private static Blob file(byte[] of, List<byte[]> objects) {
        Blob header = new Blob();
        objects.forEach(header::bytes);
        int rest = (int) ByteBuffer.wrap(of).order(ByteOrder.LITTLE_ENDIAN).getLong(16);
        return new Blob().hex(HEADER).little(HEAD + (long) header.length(), 8).little(objects.size(), 4).text("\1\2")
                .bytes(header.bytes()).bytes(of, rest, of.length);
    }

    private static List<byte[]> with(List<byte[]> objects, byte[] first) {
        List<byte[]> all = new ArrayList<>(List.of(first));
        all.addAll(objects);
        return all;
    }

    private static List<byte[]> streamsLast(List<byte[]> objects) {
        List<byte[]> all = new ArrayList<>(objects.stream().filter(object -> !isStream(object)).toList());
        all.addAll(objects.stream().filter(AsfCases::isStream).toList());
        return all;
    }

    private static List<byte[]> streamsInExtension(List<byte[]> objects) {
        Blob nested = new Blob();
        objects.stream().filter(AsfCases::isStream).forEach(nested::bytes);
        List<byte[]> all = new ArrayList<>(objects.stream().filter(object -> !isStream(object)).toList());
        all.add(object(EXTENSION, new Blob().hex("11d2d3abbaa9cf118ee600c00c205365").little(6, 2).little(nested.length(), 4)
                .bytes(nested.bytes()).bytes()));
        return all;
    }

    private static List<byte[]> reversed(List<byte[]> objects) {
        List<byte[]> all = new ArrayList<>(objects);
        Collections.reverse(all);
        return all;
    }

    static List<MediaCase> all() {
        List<byte[]> sound = objects(WMA);
        List<byte[]> film = objects(WMV);
        byte[] padding = object(PADDING, new byte[9000]);
        byte[] text = object(CONTENT, new Blob().little(8000, 2).zeros(8).zeros(8000).bytes());
        byte[] header = file(WMV, film).bytes();
        CaseList list = new CaseList("voice");
        list.add("wma", WMA).add("wmv", WMV).add("wma of 65 s, its head", CaseList.sample("length/head-65.wma"))
                .add("wma streamed", CaseList.sample("length/streamed.wma"));
        for (String name : List.of("wma", "wmv")) {
            byte[] file = name.equals("wma") ? WMA : WMV;
            List<byte[]> objects = name.equals("wma") ? sound : film;
            list.add(name + " with padding first", file(file, with(objects, padding)))
                    .add(name + " with a description of 8 KB first", file(file, with(objects, text)))
                    .add(name + " with 63 KB of padding first", file(file, with(objects, object(PADDING, new byte[63_000]))))
                    .add(name + " with 3,000 empty objects first", file(file, with(objects, empty(3000))))
                    .add(name + " with its streams last", file(file, streamsLast(objects)))
                    .add(name + " with its streams after 9 KB", file(file, streamsLast(with(objects, padding))))
                    .add(name + " with its streams in the extension", file(file, streamsInExtension(objects)))
                    .add(name + " in reverse", file(file, reversed(objects)))
                    .add(name + " without streams", file(file, objects.stream().filter(object -> !isStream(object)).toList()))
                    .add(name + " with the video's number in a text", file(file, with(objects,
                            object(CONTENT, new Blob().hex("c0ef19bc4d5bcf11a8fd00805f5c442b").bytes()))));
            byte[] zero = file.clone();
            zero[24] = 0;
            byte[] short24 = file.clone();
            short24[16] = 10;
            short24[17] = 0;
            byte[] huge = file.clone();
            huge[19] = 0x7f;
            byte[] broken = file.clone();
            broken[HEAD + 16] = 5;
            broken[HEAD + 17] = 0;
            list.add(name + " with no objects by its count", zero).add(name + " with a header of 10 bytes", short24)
                    .add(name + " with a header of 2 GB", huge).add(name + " with an object of 5 bytes", broken);
        }
        byte[] contradicting = CaseList.sample("length/head-65.wma");
        int properties = indexOf(contradicting, HexFormat.of().parseHex(FILE));
        ByteBuffer.wrap(contradicting).order(ByteOrder.LITTLE_ENDIAN).putLong(properties + 72, 20_000_000);
        list.add("wma of 65 s that is sent in 2 s, its head", contradicting);
        list.add("wmv, sound only", file(WMV, film.stream().filter(object -> !isStream(object) || !video(object)).toList()))
                .add("wmv, video only", file(WMV, film.stream().filter(object -> !isStream(object) || video(object)).toList()))
                .add("asf header only", Blob.of(Arrays.copyOf(header, HEAD))).add("asf number only", new Blob().hex(HEADER));
        return list.cases();
    }

    private static boolean video(byte[] stream) {
        return HexFormat.of().formatHex(stream, 24, 40).equals("c0ef19bc4d5bcf11a8fd00805f5c442b");
    }
}
