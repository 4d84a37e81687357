package io.github.camelwechat.simulator.control;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command of the control API.
 *
 * @param path as the documentation shows it: {@code {name}} stands for one segment
 */
record Route(String method, String path, Pattern pattern, Action action) {

    /** Carries a command out: gives something that becomes JSON, an {@code Answer}, or null for "done". */
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
        return matcher.matches() && matcher.groupCount() >= number ? matcher.group(number) : null;
    }
}
