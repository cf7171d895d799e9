# syntax=docker/dockerfile:1

# The packages that Tightrope runs with, from the lock file and nothing else.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package's own script is run. Node comes with the image, and the stand-in is for trying things out.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/node node_modules/local-slack-linux-x64 \
    node_modules/better-sqlite3/deps node_modules/better-sqlite3/src

FROM node:24-slim
ENV NODE_ENV=production \
  TIGHTROPE_DB=/data/tightrope.db \
  HEALTH_PORT=9464
WORKDIR /app
# The only place that is written to.
RUN mkdir /data && chown node:node /data
VOLUME /data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json app.ts LICENSE ./
COPY src ./src
COPY flows ./flows
USER node
EXPOSE 3000 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "app.ts"]
