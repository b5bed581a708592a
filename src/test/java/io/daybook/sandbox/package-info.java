/**
 * Real servers in one JVM, and gateways that speak their providers' published protocols: for tests
 * and for trying out.
 */
@NullMarked
package io.daybook.sandbox;

import org.jspecify.annotations.NullMarked;
