package io.github.camelwechat.material.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fixtures with random damage, the same ones for the same seed. */
final class MutatedFixtures {

    private static final List<String> PIECES = List.of(
            "<", ">", "\"", "'", "=", "/", "&", ";", "(", ")", "\\", " ", "\n", "\r\n", "\0", "<!--", "-->", "<![CDATA[", "]]>",
            "<table>", "<td>", "</p>", "<svg>", "</svg>", "<picture>", "<source srcset='s.png 1x, t.png 2x'>", "</picture>",
            "<img>", "<img src=''>", "<img src=\"x.png\" data-src>", "<image href=y.png>", "<select>", "<template>",
            "</template>", "<noscript>", "</noscript>", "<title>", "<textarea>", "<b a=1>", "</b>", "style=\"", "url(", "url('",
            "&quot;", "&#34;", "/*", "*/", "image-set(", "src=", "<body background=z.png>", "\ud83d\ude00", "中");

    private final Random random;
    private final List<String> fixtures = new ArrayList<>();

    MutatedFixtures(long seed) {
        random = new Random(seed);
        for (String name : Articles.FIXTURES) {
            if (!name.equals("deep.html")) {
                fixtures.add(Articles.fixture(name));
            }
        }
    }

    String next() {
        StringBuilder html = new StringBuilder(fixtures.get(random.nextInt(fixtures.size())));
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(html.length() + 1);
            int to = Math.min(html.length(), from + random.nextInt(1 + random.nextInt(40)));
            switch (random.nextInt(4)) {
                case 0 -> html.delete(from, to);
                case 1 -> html.insert(from, html.substring(from, to));
                case 2 -> html.replace(from, to, piece());
                default -> html.insert(from, piece());
            }
        }
        return html.toString();
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }
}
