package dev.imagemill.platform.shutdown;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;

/** Lets an operator say how long a service goes on serving when it is told to stop. */
@AutoConfiguration
@EnableConfigurationProperties(ShutdownProperties.class)
public final class ShutdownAutoConfiguration {
    @Bean
    ShutdownDelay imagemillShutdownDelay(ShutdownProperties properties) {
        return new ShutdownDelay(properties.delay());
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    Parting imagemillParting(WebServerApplicationContext context, ShutdownProperties properties) {
        return new Parting(context, properties.parting());
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    PartingFilter imagemillPartingFilter(Parting parting) {
        return new PartingFilter(parting::hasBegun);
    }
}
