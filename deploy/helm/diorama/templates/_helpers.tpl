{{- define "diorama.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "diorama.pod" -}}
automountServiceAccountToken: false
terminationGracePeriodSeconds: 120
securityContext: {runAsNonRoot: true, runAsUser: 10001, runAsGroup: 10001, fsGroup: 10001, seccompProfile: {type: RuntimeDefault}}
volumes:
  - {name: home, emptyDir: {}}
  - {name: tmp, emptyDir: {}}
{{- end }}

{{- define "diorama.container" -}}
image: {{ include "diorama.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext: {allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
volumeMounts:
  - {name: home, mountPath: /var/lib/diorama}
  - {name: tmp, mountPath: /tmp}
{{- end }}

{{- define "diorama.env" -}}
{{- range $name, $value := . }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "diorama.secret" -}}
{{- $secret := .secret }}
{{- range .names }}
- name: {{ . }}
  valueFrom: {secretKeyRef: {name: {{ $secret }}, key: {{ . }}}}
{{- end }}
{{- end }}
