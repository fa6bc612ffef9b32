package io.parley.app;

import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Addresses that no controller serves (the web client and the specification), and ids in paths and parameters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteProperties.class)
class WebConfiguration implements WebMvcConfigurer {

    private static final Duration HASHED_FILE_LIFE = Duration.ofDays(365);

    private final SiteProperties site;

    WebConfiguration(SiteProperties site) {
        this.site = site;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, UserId.class, UserId::parse);
        registry.addConverter(String.class, DeviceId.class, DeviceId::parse);
        registry.addConverter(String.class, ConversationId.class, ConversationId::parse);
        registry.addConverter(String.class, EntryId.class, EntryId::parse);
        registry.addConverter(String.class, Seq.class, text -> new Seq(Long.parseLong(text)));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        PublicPaths.CLIENT_ROUTES.forEach(
                route -> registry.addViewController(route).setViewName("forward:/index.html"));
        PublicPaths.SITE_PARTS.forEach(part -> {
            registry.addViewController(part + "/").setViewName("forward:" + part + "/index.html");
            registry.addRedirectViewController(part, part + "/");
        });
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/META-INF/resources/assets/")
                .setCacheControl(CacheControl.maxAge(HASHED_FILE_LIFE).immutable());
        Path directory = site.directory();
        if (directory != null) {
            PublicPaths.SITE_PARTS.forEach(part -> registry.addResourceHandler(part + "/**")
                    .addResourceLocations(location(directory, part))
                    .setCacheControl(CacheControl.noCache())
                    .resourceChain(false) // its cache does not tell a folder from a file
                    .addResolver(new FolderIndexResolver()));
        }
    }

    /** With the slash at the end, by which Spring knows a folder, also when it does not exist yet. */
    private static String location(Path directory, String part) {
        return directory.toAbsolutePath().toUri().toString().replaceFirst("/?$", part + "/");
    }
}
