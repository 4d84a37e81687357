package io.github.camelwechat.jms;

import org.apache.camel.main.Main;

/** The routes in a process of their own, until it is ended. */
public final class UploadApplication {

    private UploadApplication() {
    }

    public static void main(String[] words) throws Exception {
        Main main = new Main();
        main.configure().addRoutesBuilder(new UploadRoutes());
        System.exit(main.run(words));
    }
}
