/**
 * A gateway, its days, and how its provider is asked for one: what a provider's YAML file is made
 * of.
 */
@NullMarked
package io.daybook.gateway;

import org.jspecify.annotations.NullMarked;
