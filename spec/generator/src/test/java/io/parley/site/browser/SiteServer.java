package io.parley.site.browser;

import com.sun.net.httpserver.HttpServer;
import io.parley.site.output.OutputFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the output on this machine under the policy that the server's source declares. */
final class SiteServer implements AutoCloseable {

    private static final Path SECURITY_HEADERS =
            Path.of("../../reference-impl/server/src/main/java/io/parley/app/SecurityHeaders.java");
    private static final Pattern POLICY =
            Pattern.compile(" POLICY =\\s*(\"[^;]*(?:;[^;\"]*)*\"(?:\\s*\\+ \"[^\"]*\")*);");
    private static final Pattern MORE_FOR_SLIDES = Pattern.compile(" SLIDES_POLICY = POLICY \\+ \"([^\"]*)\";");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json");

    private final HttpServer server;

    SiteServer(OutputFiles files) throws IOException {
        String source = Files.readString(SECURITY_HEADERS);
        String policy = declared(POLICY, source);
        String policyOfSlides = policy + declared(MORE_FOR_SLIDES, source);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring(1);
            byte[] body = files.bytes(path.endsWith("/") ? path + "index.html" : path);
            String type = TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
            exchange.getResponseHeaders().add("Content-Type", path.endsWith("/") ? TYPES.get("html") : type);
            exchange.getResponseHeaders()
                    .add("Content-Security-Policy", path.startsWith("slides/") ? policyOfSlides : policy);
            exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** Read from the source, so that what is tested here is what the server sends. */
    private static String declared(Pattern policy, String source) throws IOException {
        Matcher matcher = policy.matcher(source);
        if (!matcher.find()) {
            throw new IOException(SECURITY_HEADERS + " has nothing like " + policy);
        }
        return matcher.group(1).replaceAll("\"\\s*\\+\\s*\"", "").replace("\"", "");
    }
}
