package io.github.camelwechat.simulator.push;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An event of a third-party platform.
 *
 * @param infoType   for example {@code component_verify_ticket}, or one that the simulator never pushes by itself
 * @param createTime the {@code CreateTime}, in whole seconds on the wire
 * @param fields     texts and numbers by their names, in order
 */
public record Event(String infoType, Instant createTime, Map<String, Object> fields) {

    /**
     * Copies the fields.
     *
     * @param infoType   for example {@code component_verify_ticket}, or one that the simulator never pushes by itself
     * @param createTime the {@code CreateTime}, in whole seconds on the wire
     * @param fields     texts and numbers by their names, in order
     */
    public Event {
        fields = new LinkedHashMap<>(fields);
    }

    /** {@return the message before it is encrypted; texts stand in CDATA, unless they are to be plain} */
    String xml(String appId, boolean plain) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("AppId", appId);
        all.put("CreateTime", createTime.getEpochSecond());
        all.put("InfoType", infoType);
        all.putAll(fields);
        StringBuilder xml = new StringBuilder("<xml>");
        all.forEach((name, value) -> xml.append('<').append(name).append('>')
                .append(plain || value instanceof Number ? value : "<![CDATA[" + value + "]]>").append("</").append(name)
                .append('>'));
        return xml.append("</xml>").toString();
    }

    /** Without the fields: tickets and codes are among them. */
    @Override
    public String toString() {
        return "Event[" + infoType + ", " + createTime + "]";
    }
}
