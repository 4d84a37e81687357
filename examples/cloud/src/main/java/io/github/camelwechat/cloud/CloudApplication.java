package io.github.camelwechat.cloud;

import org.apache.camel.main.Main;

/** The application: Camel with the routes, until it is ended. */
public final class CloudApplication {

    private CloudApplication() {
    }

    public static void main(String[] words) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new CloudRoutes());
        main.run(words);
    }
}
