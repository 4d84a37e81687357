package io.github.camelwechat.material.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reader of YAML: of the properties that nested keys make, as Spring Boot reads them, of endpoints with their
 * parameters in routes and Pipes, and of the files in a ConfigMap.
 */
public final class YamlReader {

    private static final List<String> URI_KEYS = List.of("uri", "ref");
    private static final List<String> PARAMETER_KEYS = List.of("parameters", "properties");
    /** Step of a route, and scheme of its endpoint. */
    private static final String KAMELET = "kamelet";

    private final WrittenOptions options;
    /** Anchors may make a node that holds itself. */
    private final Set<Node> entered = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Creates a reader.
     *
     * @param options take what is found
     */
    public YamlReader(WrittenOptions options) {
        this.options = options;
    }

    /**
     * Reads a whole file, or a part of one.
     *
     * @param before lines that are before the text
     */
    public void read(String text, int before) {
        try {
            LoadSettings settings = LoadSettings.builder().setAllowRecursiveKeys(true).setAllowNonScalarKeys(true).build();
            new Compose(settings).composeAllFromString(text).forEach(document -> node("", document, before));
        } catch (YamlEngineException e) {
            // its text shows a part of the file
            int line = e instanceof MarkedYamlEngineException marked ? marked.getProblemMark().map(Mark::getLine).orElse(0) : 0;
            options.unreadable(before + line + 1, "is no YAML from here");
        }
    }

    private void node(String path, Node node, int before) {
        if (!entered.add(node)) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            endpoint(mapping, before);
            mapping.getValue().forEach(entry -> entry(path, entry, before));
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                node(path + "[" + i + "]", sequence.getValue().get(i), before);
            }
        } else if (node instanceof ScalarNode scalar) {
            options.property(line(node, before), path, scalar.getValue());
        }
        entered.remove(node);
    }

    private void entry(String path, NodeTuple entry, int before) {
        if (!(entry.getKeyNode() instanceof ScalarNode keyNode)) {
            return;
        }
        String key = keyNode.getValue();
        Node value = entry.getValueNode();
        if (key.equals(KAMELET)) {
            kamelet(value, before);
        }
        if (key.equals("<<")) {
            merged(path, value, before);
        } else if (value instanceof ScalarNode file && isFile(key)) {
            file(key, file, before);
        } else if (value instanceof ScalarNode scalar) {
            options.property(line(keyNode, before), join(path, key), scalar.getValue());
        } else {
            node(join(path, key), value, before);
        }
    }

    private void merged(String path, Node value, int before) {
        if (value instanceof SequenceNode several) {
            several.getValue().forEach(one -> node(path, one, before));
        } else {
            node(path, value, before);
        }
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isFile(String key) {
        return key.endsWith(".yaml") || key.endsWith(".yml") || key.endsWith(".properties");
    }

    private void file(String key, ScalarNode value, int before) {
        boolean block = value.getScalarStyle() == ScalarStyle.LITERAL || value.getScalarStyle() == ScalarStyle.FOLDED;
        int start = line(value, before) - (block ? 0 : 1);
        if (key.endsWith(".properties")) {
            new PropertiesReader(options).read(value.getValue(), start);
        } else {
            read(value.getValue(), start);
        }
    }

    /** The step that calls a Kamelet: its name alone, or with parameters beside it. */
    private void kamelet(Node step, int before) {
        if (step instanceof ScalarNode name) {
            options.uri(line(name, before), KAMELET + ":" + name.getValue(), List.of());
        } else if (step instanceof MappingNode mapping) {
            text(mapping, "name").ifPresent(name -> {
                String uri = KAMELET + ":" + name.getValue();
                options.uri(line(name, before), uri, List.of());
                parameters(uri, mapping, before);
            });
        }
    }

    /** The parameters of an endpoint of a route, and of a URI or a Kamelet in a Pipe. */
    private void endpoint(MappingNode mapping, int before) {
        URI_KEYS.stream().flatMap(key -> value(mapping, key).stream()).flatMap(node -> uri(node).stream()).findFirst()
                .ifPresent(uri -> parameters(uri, mapping, before));
    }

    private void parameters(String uri, MappingNode mapping, int before) {
        PARAMETER_KEYS.stream().flatMap(key -> value(mapping, key).stream()).forEach(parameters -> {
            if (parameters instanceof MappingNode map) {
                String start = start(uri, map);
                map.getValue().stream().map(NodeTuple::getKeyNode).forEach(
                        key -> {
                            if (key instanceof ScalarNode name) {
                                options.uri(line(name, before), start, List.of(name.getValue()));
                            }
                        });
            }
        });
    }

    private static Optional<String> uri(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        return node instanceof MappingNode reference
                ? text(reference, "name").map(name -> KAMELET + ":" + name.getValue())
                : Optional.empty();
    }

    /**
     * Without its own options, which the scalar itself is looked at for. A scheme alone has the rest of its URI among
     * the parameters.
     */
    private static String start(String uri, MappingNode parameters) {
        String start = uri.split("[?]", 2)[0];
        if (start.indexOf(':') >= 0) {
            return start;
        }
        return start + ":" + (start.equals(KAMELET) ? text(parameters, "templateId").map(ScalarNode::getValue).orElse("") : "");
    }

    private static Optional<ScalarNode> text(MappingNode mapping, String key) {
        return value(mapping, key).filter(ScalarNode.class::isInstance).map(ScalarNode.class::cast);
    }

    private static Optional<Node> value(MappingNode mapping, String key) {
        List<Node> found = new ArrayList<>();
        mapping.getValue().forEach(entry -> {
            if (entry.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
                found.add(entry.getValueNode());
            }
        });
        return found.stream().findFirst();
    }

    private static int line(Node node, int before) {
        @Nullable
        Mark mark = node.getStartMark().orElse(null);
        return before + (mark == null ? 0 : mark.getLine()) + 1;
    }
}
