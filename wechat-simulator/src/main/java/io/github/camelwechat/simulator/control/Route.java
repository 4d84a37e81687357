package io.github.camelwechat.simulator.control;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command of the control API.
 *
 * @param path as the documentation shows it: {@code {name}} stands for one segment
 */
record Route(String method, String path, Pattern pattern, Action action) {

    /** What an action gives that has nothing else to say. */
    static final Object DONE = Map.of("done", true);

    /** Carries a command out: gives something that becomes JSON, or an {@code Answer}. */
    @FunctionalInterface
    interface Action {
        Object run(Command command) throws IOException;
    }

    static Route of(String method, String path, Action action) {
        return new Route(method, path, Pattern.compile(path.replaceAll("\\{\\w+}", "([^/]+)")), action);
    }

    boolean matches(String calledMethod, String calledPath) {
        return method.equals(calledMethod) && pattern.matcher(calledPath).matches();
    }

    String segment(String calledPath, int number) {
        Matcher matcher = pattern.matcher(calledPath);
        if (!matcher.matches()) {
            throw new IllegalStateException(calledPath + " is not like " + path);
        }
        return matcher.group(number);
    }
}
