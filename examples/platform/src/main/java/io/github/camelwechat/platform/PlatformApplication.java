package io.github.camelwechat.platform;

import org.apache.camel.main.Main;

/** The application: Camel with the routes, until it is ended. */
public final class PlatformApplication {

    private PlatformApplication() {
    }

    public static void main(String[] words) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new PlatformRoutes());
        main.run(words);
    }
}
