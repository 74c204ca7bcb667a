/** The chart in {@code helm/imagemill}, rendered with Helm itself and held against what Kubernetes and the services understand. */
@NullMarked
package dev.imagemill.helm;

import org.jspecify.annotations.NullMarked;
