package dev.imagemill.standalone;

import dev.imagemill.transform.catalogue.CatalogueAddress;
import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.Environment;

/** The catalogue is in this process, at the port that it got. */
record OwnAddress(Environment environment) implements CatalogueAddress {
    @Override
    public Optional<URI> get() {
        return Optional.ofNullable(environment.getProperty("local.server.port"))
                .map(port -> URI.create("http://127.0.0.1:" + port));
    }
}
