@NullMarked
package io.daybook.deadletter;

import org.jspecify.annotations.NullMarked;
