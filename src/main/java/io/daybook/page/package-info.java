/** Raw pages: downloaded, archived before they are read, and read as a stream. */
@NullMarked
package io.daybook.page;

import org.jspecify.annotations.NullMarked;
