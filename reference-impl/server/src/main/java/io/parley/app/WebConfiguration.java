package io.parley.app;

import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.EntryId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
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
        registry.addViewController("/spec/").setViewName("forward:/spec/index.html");
        registry.addRedirectViewController("/spec", "/spec/");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/META-INF/resources/assets/")
                .setCacheControl(CacheControl.maxAge(HASHED_FILE_LIFE).immutable());
        if (site.directory() != null) {
            registry.addResourceHandler("/spec/**")
                    .addResourceLocations(
                            site.directory().toAbsolutePath().toUri().toString())
                    .setCacheControl(CacheControl.noCache())
                    .resourceChain(false) // its cache does not tell a folder from a file
                    .addResolver(new FolderIndexResolver());
        }
    }
}
