# Builds Daybook from source, and an image that runs it: docker build --tag daybook .

FROM eclipse-temurin:21-jdk AS build
WORKDIR /build

# The libraries depend on the POM alone, so a change of code leaves this layer as it is.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw --batch-mode --no-transfer-progress dependency:copy-dependencies \
      -DincludeScope=runtime -DoutputDirectory=/image/libraries

COPY application.properties ./
COPY src/main src/main
RUN ./mvnw --batch-mode --no-transfer-progress -Dmaven.test.skip=true package \
    && cp target/original-daybook.jar /image/daybook.jar \
    && mkdir /image/archive

FROM eclipse-temurin:21-jre
LABEL org.opencontainers.image.title="Daybook" \
      org.opencontainers.image.description="Stores every payment transaction of every gateway once, and proves each day complete." \
      org.opencontainers.image.licenses="Apache-2.0"

WORKDIR /daybook
COPY --from=build /image/libraries libraries
COPY --from=build /image/daybook.jar daybook.jar
# A volume takes its owner from the folder that it covers.
COPY --from=build --chown=10001:10001 /image/archive /var/lib/daybook/archive

# A number, so that Kubernetes can tell that it is not root.
USER 10001:10001
ENV DAYBOOK_MANAGEMENT_HOST=0.0.0.0 \
    DAYBOOK_ARCHIVE_DIRECTORY=/var/lib/daybook/archive
VOLUME /var/lib/daybook/archive
EXPOSE 9876

# With bash, which the image's own start script needs: neither curl nor wget is sure to be there.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${DAYBOOK_MANAGEMENT_PORT:-9876} && printf 'GET /observe/health/live HTTP/1.0\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == *' 200 '* ]]"]

# After an error of memory nothing can be relied on: end, and let the message come back.
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "-XX:MaxRAMPercentage=75", "-cp", "/daybook/daybook.jar:/daybook/libraries/*", "io.daybook.Daybook"]
CMD ["run"]
