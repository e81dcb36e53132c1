{{/*
A part as a Deployment. (dict "root" $ "name" "credit-service" "env" "..." "volumes" list "mounts" list "container" "..."
"user" 10001): env is YAML, volumes and mounts beside /tmp are lists, container is YAML of what differs.
*/}}
{{- define "cme.deployment" -}}
{{- $ := .root -}}
{{- $name := .name -}}
{{- $part := index $.Values.parts $name -}}
{{- $env := .env -}}
{{- range $variable, $_ := $part.env -}}
  {{- if regexMatch (printf "name: %s[,\\s]" $variable) $env }}{{ fail (printf "parts.%s.env.%s: the chart sets this itself, from another value." $name $variable) }}{{ end -}}
{{- end -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .name }}
  labels:
    {{- include "cme.labels" (list $ .name) | nindent 4 }}
spec:
  {{- if not $part.autoscaling }}
  replicas: {{ $part.replicas }}
  {{- end }}
  revisionHistoryLimit: 3
  minReadySeconds: 5
  # A start may be the first one of a version, which migrates the database.
  progressDeadlineSeconds: 900
  strategy:
    type: RollingUpdate
    rollingUpdate: {maxSurge: 1, maxUnavailable: 0}
  selector:
    matchLabels:
      {{- include "cme.selector" .name | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "cme.labels" (list $ .name) | nindent 8 }}
    spec:
      serviceAccountName: {{ .name }}
      automountServiceAccountToken: false
      enableServiceLinks: false
      # The period is longer than a part takes to finish what it has begun.
      terminationGracePeriodSeconds: 45
      {{- with $.Values.images.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      {{- with $.Values.nodeSelector }}
      nodeSelector: {{ toYaml . | nindent 8 }}
      {{- end }}
      {{- with $.Values.tolerations }}
      tolerations: {{ toYaml . | nindent 8 }}
      {{- end }}
      topologySpreadConstraints:
        {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
        - topologyKey: {{ . }}
          maxSkew: 1
          whenUnsatisfiable: {{ ternary "DoNotSchedule" "ScheduleAnyway" $.Values.spreadStrictly }}
          # Instances of one version are compared with each other, so that a new one is not kept from the nodes of the old one.
          matchLabelKeys: [pod-template-hash]
          labelSelector:
            matchLabels:
              {{- include "cme.selector" $name | nindent 14 }}
        {{- end }}
      securityContext:
        runAsNonRoot: true
        runAsUser: {{ .user }}
        runAsGroup: {{ .user }}
        fsGroup: {{ .user }}
        seccompProfile: {type: RuntimeDefault}
      containers:
        - name: {{ .name }}
          image: {{ include "cme.image" (list $ .name) | quote }}
          imagePullPolicy: {{ $.Values.images.pullPolicy }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: {drop: [ALL]}
          resources: {{ toYaml $part.resources | nindent 12 }}
          {{- .container | nindent 10 }}
          env:
            {{- .env | trim | nindent 12 }}
            {{- include "cme.environment.further" $part.env | nindent 12 }}
          volumeMounts:
            - {name: temporary, mountPath: /tmp}
            {{- range .mounts }}
            - {{ toJson . }}
            {{- end }}
      volumes:
        - {name: temporary, emptyDir: {sizeLimit: {{ $part.temporary }}}}
        {{- range .volumes }}
        - {{ toJson . }}
        {{- end }}
{{- end }}

{{/* Ports and probes of a part made of Java; (list $ "credit-service"). */}}
{{- define "cme.java" -}}
{{- $name := index . 1 -}}
ports:
  - {name: http, containerPort: {{ include "cme.port" $name }}}
  - {name: management, containerPort: {{ include "cme.managementPort" $name }}}
# A start may take ten minutes: a migration may rewrite a million rows before the first answer.
startupProbe:
  httpGet: {path: /q/health/live, port: management}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 120
livenessProbe:
  httpGet: {path: /q/health/live, port: management}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: {path: /q/health/ready, port: management}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 3
{{- end }}

{{/* One of the three services; (dict "root" $ "name" "catalog-service" "env" "..." "volumes" list "mounts" list). */}}
{{- define "cme.service" -}}
{{- $ := .root -}}
{{- $volumes := .volumes -}}
{{- $mounts := .mounts -}}
{{- range $folder, $secret := dict "database-ca" (include "cme.databaseAuthority" (list $ .name)) "kafka-ca" (include "cme.kafkaAuthority" $) -}}
  {{- if $secret -}}
    {{- /* The certificate alone: the authority's key, which is in the same Secret at times, stays where it is. */ -}}
    {{- $items := list (dict "key" "ca.crt" "path" "ca.crt") -}}
    {{- $volumes = append $volumes (dict "name" $folder "secret" (dict "secretName" $secret "items" $items)) -}}
    {{- $mounts = append $mounts (dict "name" $folder "mountPath" (printf "/etc/cme/%s" $folder) "readOnly" true) -}}
  {{- end -}}
{{- end -}}
{{- $env := printf "%s\n%s" (include "cme.environment.service" (list $ .name)) .env -}}
{{ include "cme.deployment" (dict "root" $ "name" .name "env" $env "volumes" $volumes "mounts" $mounts "container" (include "cme.java" (list $ .name)) "user" 10001) }}
{{- end }}
