package io.github.camelwechat.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: its routes are {@link UploadRoutes}, all else is in {@code application.yaml}. */
@SpringBootApplication
public class UploadApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(UploadApplication.class, arguments);
    }
}
