{{/* A variable from a Secret: (list "NAME" "secret" "key"). */}}
{{- define "cme.secret" -}}
- name: {{ index . 0 }}
  valueFrom: {secretKeyRef: {name: {{ index . 1 }}, key: {{ index . 2 }}}}
{{- end }}

{{/* Variables of every part that people and machines call through the gateway. */}}
{{- define "cme.environment.common" -}}
- {name: QUARKUS_OIDC_AUTH_SERVER_URL, value: {{ include "cme.issuerInside" . | quote }}}
- {name: QUARKUS_OIDC_TOKEN_ISSUER, value: {{ include "cme.issuer" . | quote }}}
- {name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING, value: "true"}
- {name: QUARKUS_HTTP_PROXY_ENABLE_FORWARDED_HOST, value: "true"}
# The gateway looks for instances every two seconds, in a list that the cluster's name server keeps for five.
- {name: QUARKUS_SHUTDOWN_DELAY, value: 10s}
- {name: QUARKUS_SHUTDOWN_TIMEOUT, value: 20s}
{{- end }}

{{/* Variables of one of the three services; (list $ "credit-service"). */}}
{{- define "cme.environment.service" -}}
{{- $ := index . 0 -}}
{{- $name := index . 1 -}}
{{- $short := include "cme.short" $name -}}
{{- $part := index $.Values.parts $name -}}
{{ include "cme.environment.common" $ }}
- {name: QUARKUS_OIDC_TOKEN_AUDIENCE, value: {{ ternary "cme" $.Values.keycloak.existing.audience $.Values.keycloak.operator | quote }}}
- {name: QUARKUS_DATASOURCE_JDBC_URL, value: {{ include "cme.databaseUrl" . | quote }}}
- {name: QUARKUS_DATASOURCE_JDBC_MAX_SIZE, value: {{ $part.databaseConnections | quote }}}
{{ include "cme.secret" (list "QUARKUS_DATASOURCE_USERNAME" (printf "%s-database-user" $short) "username") }}
{{ include "cme.secret" (list "QUARKUS_DATASOURCE_PASSWORD" (printf "%s-database-user" $short) "password") }}
{{ include "cme.secret" (list "QUARKUS_FLYWAY_USERNAME" (printf "%s-database-owner" $short) "username") }}
{{ include "cme.secret" (list "QUARKUS_FLYWAY_PASSWORD" (printf "%s-database-owner" $short) "password") }}
{{ include "cme.environment.kafka" . }}
{{ include "cme.secret" (list "CME_CHASSIS_SEALING_KEYS" (printf "%s-keys" $name) "sealing-keys") }}
{{ include "cme.secret" (list "CME_CHASSIS_CHAIN_SIGNING_KEY" (printf "%s-keys" $name) "chain-signing-key") }}
{{- if $.Values.tracing.endpoint }}
- {name: QUARKUS_OTEL_SDK_DISABLED, value: "false"}
- {name: QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ $.Values.tracing.endpoint | quote }}}
{{- end }}
{{- end }}

{{/* The login at Kafka, the topics that the service makes, and the keys of each topic that it writes or reads. */}}
{{- define "cme.environment.kafka" -}}
{{- $ := index . 0 -}}
{{- $name := index . 1 -}}
{{- if $.Values.kafka.operator }}
- {name: KAFKA_BOOTSTRAP_SERVERS, value: "kafka-kafka-bootstrap:9093"}
- {name: KAFKA_SECURITY_PROTOCOL, value: SASL_SSL}
{{- else }}
- {name: KAFKA_BOOTSTRAP_SERVERS, value: {{ required "kafka.existing.bootstrapServers is missing." $.Values.kafka.existing.bootstrapServers | quote }}}
- {name: KAFKA_SECURITY_PROTOCOL, value: {{ $.Values.kafka.existing.securityProtocol }}}
{{- end }}
- {name: KAFKA_SASL_MECHANISM, value: SCRAM-SHA-512}
# Strimzi makes this Secret for the KafkaUser of the same name.
{{ include "cme.secret" (list "KAFKA_SASL_JAAS_CONFIG" $name "sasl.jaas.config") }}
{{- if include "cme.kafkaAuthority" $ }}
- {name: KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM}
- {name: KAFKA_SSL_TRUSTSTORE_LOCATION, value: /etc/cme/kafka-ca/ca.crt}
{{- end }}
- {name: CME_CHASSIS_TOPICS_PARTITIONS, value: {{ $.Values.kafka.partitions | quote }}}
- {name: CME_CHASSIS_TOPICS_REPLICATION_FACTOR, value: {{ $.Values.kafka.replicationFactor | quote }}}
- {name: CME_CHASSIS_TOPICS_MAX_MESSAGE_SIZE, value: {{ $.Values.kafka.maxMessageBytes | int64 | quote }}}
{{- range $owner := include "cme.eventOwners" (list $ $name) | fromJsonArray }}
{{ include "cme.secret" (list (printf "CME_CHASSIS_EVENTS_KEYS_%s" (upper $owner)) "event-keys" $owner) }}
{{- end }}
{{- end }}

{{/* Further settings of a part, in the order of their names. */}}
{{- define "cme.environment.further" -}}
{{- range $name, $value := . }}
- {name: {{ $name }}, value: {{ $value | toString | quote }}}
{{- end }}
{{- end }}
