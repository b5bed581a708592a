@org.jspecify.annotations.NullMarked
package io.daybook.queue;
