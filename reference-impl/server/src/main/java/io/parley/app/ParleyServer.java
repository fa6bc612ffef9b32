package io.parley.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server: one process, any number of which serve one installation. */
@SpringBootApplication(scanBasePackages = "io.parley")
public class ParleyServer {

    /** Takes Spring's arguments and environment; the keys stand in {@code application.yaml}. */
    public static void main(String[] args) {
        SpringApplication.run(ParleyServer.class, args);
    }
}
