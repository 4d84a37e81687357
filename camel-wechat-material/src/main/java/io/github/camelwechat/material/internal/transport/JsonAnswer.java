package io.github.camelwechat.material.internal.transport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelwechat.material.error.UnexpectedAnswerException;
import io.github.camelwechat.material.internal.call.WechatInterface;
import io.github.camelwechat.material.internal.transport.AnswerParser.Field;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON answer. They come from outside: each is taken only where it can be what WeChat documents. */
public final class JsonAnswer {

    /** WeChat's ids have 43 to 64 characters; its tokens have 512 at most. */
    private static final int MAX_ID_LENGTH = 1000;
    /** The signed address of a video has a few hundred characters. */
    private static final int MAX_ADDRESS_LENGTH = 4000;
    private static final int SHOWN_FIELDS = 20;
    private static final int SHOWN_NAME = 50;
    private static final int SHOWN_VALUE = 500;
    private static final Pattern ADDRESS = Pattern.compile("(?i:https?)://(?U:\\S+)");
    /** Names of the fields whose values are never shown. */
    private static final Pattern SECRET_NAME
            = Pattern.compile("(?i).*(token|secret|ticket|password|authorization|auth_code).*");

    private final WechatInterface called;
    private final Secrets secrets;
    private final Map<String, Field> fields;
    private final Map<String, Field> repeated;
    private final Map<String, Field> nested;
    private final List<Object> elements;
    private final Map<String, Object> objects;

    JsonAnswer(WechatInterface called, Secrets secrets, AnswerParser parsed) {
        this.called = called;
        this.fields = parsed.fields();
        this.repeated = parsed.repeated();
        this.nested = parsed.nested();
        this.elements = parsed.elements();
        this.objects = parsed.objects();
        this.secrets = secrets;
    }

    /** Returns a text for people, also without the secrets that the answer itself brings. */
    private String withoutSecrets(String text) {
        List<String> brought = Stream.of(fields, repeated, nested).flatMap(all -> all.entrySet().stream())
                .filter(field -> SECRET_NAME.matcher(field.getKey()).matches()).map(field -> field.getValue().text())
                .map(secret -> Secrets.cut(secret, MAX_ID_LENGTH)).toList();
        return secrets.and(brought).printable(text);
    }

    /** {@return whether the field is there, and is not null} */
    public boolean has(String name) {
        Field field = fields.get(name);
        return field != null && field.kind() != Field.Kind.NULL;
    }

    /** {@return null where the field is not there, or is null} */
    @Nullable
    Field field(String name) {
        if (repeated.containsKey(name)) {
            throw unexpected("the answer has more than one " + name);
        }
        return has(name) ? fields.get(name) : null;
    }

    private Field required(String name) {
        Field field = field(name);
        if (field == null) {
            throw unexpected("the answer has no " + name);
        }
        return field;
    }

    /**
     * Reads an id or a token.
     *
     * @throws UnexpectedAnswerException when there is none, or none of a length that WeChat's have
     */
    public String id(String name) {
        Field field = required(name);
        if (field.kind() != Field.Kind.TEXT || field.text().isBlank()) {
            throw unexpected("the answer has no text as " + name);
        }
        if (field.text().length() > MAX_ID_LENGTH) {
            throw unexpected("the answer has a " + name + " of more than " + MAX_ID_LENGTH + " characters");
        }
        return field.text();
    }

    /**
     * Reads the address of a picture or video.
     *
     * @throws UnexpectedAnswerException when there is none, or it repeats what was sent
     */
    public String address(String name) {
        required(name);
        String address = addressOrNull(name);
        if (address == null) {
            throw unexpected("the answer has no address (http or https) as " + name);
        }
        return address;
    }

    /** {@return null where there is no address, or one that repeats a secret, is too long or cannot be printed} */
    public @Nullable String addressOrNull(String name) {
        Field field = field(name);
        return field != null && field.kind() == Field.Kind.TEXT && isAddress(field.text()) ? field.text() : null;
    }

    private boolean isAddress(String text) {
        return text.length() <= MAX_ADDRESS_LENGTH && ADDRESS.matcher(text).matches() && Secrets.isPrintable(text)
                && secrets.strike(text).equals(text);
    }

    /** {@return null where there is none} */
    public @Nullable String text(String name) {
        Field field = field(name);
        if (field != null && !field.isScalar()) {
            throw unexpected("the answer has no text as " + name);
        }
        return field == null ? null : field.text();
    }

    /** {@return a text for people, without secrets and what cannot be printed; empty where there is none} */
    String printable(String name) {
        Field field = fields.get(name);
        return field == null ? "" : withoutSecrets(field.text());
    }

    /** {@return an integer from 0 on} */
    public int count(String name) {
        OptionalLong count = required(name).integer();
        if (count.isEmpty() || count.getAsLong() < 0 || count.getAsLong() > Integer.MAX_VALUE) {
            throw unexpected("the answer has no count as " + name);
        }
        return (int) count.getAsLong();
    }

    /** {@return an integer from 0 on; 0 where there is none} */
    public int countOrZero(String name) {
        return field(name) == null ? 0 : count(name);
    }

    /**
     * Reads an integer from 0 on inside an object.
     *
     * @param path the names of the object and of its field, with a dot between them
     */
    public long nestedCount(String path) {
        Field field = nested.get(path);
        OptionalLong count = field == null ? OptionalLong.empty() : field.integer();
        if (count.isEmpty() || count.getAsLong() < 0) {
            throw unexpected("the answer has no count as " + path);
        }
        return count.getAsLong();
    }

    /** {@return seconds since 1970; null where there are none} */
    public @Nullable Long timeOrNull(String name) {
        Field field = field(name);
        if (field == null) {
            return null;
        }
        OptionalLong time = field.integer();
        if (time.isEmpty()) {
            throw unexpected("the answer has no time as " + name);
        }
        return time.getAsLong();
    }

    /** {@return the elements; none where the list is not there} */
    public <T> List<T> list(AnswerShape.ListField<T> list) {
        Field field = field(list.name());
        if (field != null && field.kind() != Field.Kind.LIST) {
            throw unexpected("the answer has no list as " + list.name());
        }
        return elements.stream().map(list.type()::cast).toList();
    }

    /**
     * Returns an object.
     *
     * @throws UnexpectedAnswerException when there is none
     */
    public <T> T object(AnswerShape.ObjectField<T> object) {
        required(object.name());
        Object value = objects.get(object.name());
        if (value == null) {
            throw unexpected("the answer has no object as " + object.name());
        }
        return object.type().cast(value);
    }

    /** {@return an exception that carries the fields and names them} */
    public UnexpectedAnswerException unexpected(String problem) {
        String names = fields.keySet().stream().limit(SHOWN_FIELDS).map(name -> shown(name, SHOWN_NAME))
                .collect(Collectors.joining(", "));
        return new UnexpectedAnswerException(
                called.wechatName() + ": " + problem
                                             + (names.isEmpty()
                                                     ? "; it has no fields"
                                                     : "; it has the fields " + names + ". getFields() tells their values")
                                             + ".",
                200, shownFields());
    }

    /** {@return its fields for people, by their names: at most 20, without secrets} */
    Map<String, String> shownFields() {
        Map<String, String> shown = new LinkedHashMap<>();
        fields.forEach((name, field) -> show(shown, shown(name, SHOWN_NAME), field));
        repeated.forEach((name, field) -> show(shown, shown(name, SHOWN_NAME) + "#2", field));
        nested.forEach((name, field) -> show(shown, shown(name, SHOWN_NAME), field));
        return shown;
    }

    private void show(Map<String, String> shown, String name, Field field) {
        if (shown.size() < SHOWN_FIELDS && field.isScalar()) {
            shown.put(name, isSecret(name, field) ? Secrets.STRUCK : shown(field.text(), SHOWN_VALUE));
        }
    }

    /** A token may be under any name, in an answer that should have one. */
    private boolean isSecret(String name, Field field) {
        return SECRET_NAME.matcher(name).matches() || (called.givesSecrets() && field.kind() == Field.Kind.TEXT);
    }

    private String shown(String text, int longest) {
        return Secrets.cut(withoutSecrets(text), longest);
    }

    /** Without the fields. */
    @Override
    public String toString() {
        return "JsonAnswer[operation=" + called.wechatName() + "]";
    }
}
