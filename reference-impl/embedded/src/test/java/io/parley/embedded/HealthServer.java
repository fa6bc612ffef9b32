package io.parley.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The smallest executable jar that behaves like the server towards the launcher. This module is built without the server;
 * the acceptance tests start the real one.
 */
public final class HealthServer {

    private HealthServer() {}

    /** Answers "/actuator/health" with what it was given: its arguments and the password. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(value(arguments, "--server.port="));
        HttpServer server = HttpServer.create(new InetSocketAddress(value(arguments, "--server.address="), port), 0);
        byte[] answer = (String.join("\n", arguments) + "\npassword=" + System.getenv("SPRING_DATASOURCE_PASSWORD"))
                .getBytes(StandardCharsets.UTF_8);
        server.createContext("/actuator/health", exchange -> {
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        server.start();
    }

    /** Packs this class as an executable jar. */
    public static Path jar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, HealthServer.class.getName());
        String entry = HealthServer.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var bytes = HealthServer.class.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
        return file;
    }

    private static String value(String[] arguments, String prefix) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(prefix))
                .findFirst()
                .orElseThrow()
                .substring(prefix.length());
    }
}
