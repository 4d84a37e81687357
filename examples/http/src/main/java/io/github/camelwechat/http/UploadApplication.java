package io.github.camelwechat.http;

import org.apache.camel.main.Main;

/** The application: Camel with the routes, until it is ended. */
public final class UploadApplication {

    private UploadApplication() {
    }

    public static void main(String[] words) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new MaterialRoutes());
        main.run(words);
    }
}
