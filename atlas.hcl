# For Atlas's own command line (https://atlasgo.io): migrate diff, status, validate, hash, lint, apply.
# It plans tables only: `npm run plan` plans everything. What is said here is said in database.json and environments/ for
# our own commands; a test holds the two together.

# The database that the schema files make, and an empty one with the platform. npm finds the Node that runs them.
data "external" "workbench" {
  program = ["npm", "run", "--silent", "atlas:workbench"]
}

# The local database, started when it is not running.
data "external" "local" {
  program = ["npm", "run", "--silent", "db", "url"]
}

locals {
  workbench = jsondecode(data.external.workbench)
}

env "local" {
  src     = local.workbench.desired
  dev     = local.workbench.dev
  url     = chomp(data.external.local)
  schemas = ["public", "private"]

  migration {
    dir = "file://migrations"
  }

  diff {
    skip {
      # Schemas are planned by `npm run plan`, and never dropped by the way.
      drop_schema = true
    }
  }
}

env "test" {
  url     = getenv("TEST_DATABASE_URL")
  schemas = ["public", "private"]

  migration {
    dir = "file://migrations"
  }
}

env "staging" {
  url     = getenv("STAGING_DATABASE_URL")
  schemas = ["public", "private"]

  migration {
    dir = "file://migrations"
  }
}

env "production" {
  url     = getenv("PRODUCTION_DATABASE_URL")
  schemas = ["public", "private"]

  migration {
    dir = "file://migrations"
  }
}

# What `atlas migrate lint --env local --latest 1` stops at. Community builds have it without an account.
lint {
  destructive {
    error = true
  }
  data_depend {
    error = true
  }
  incompatible {
    error = true
  }
  naming {
    match   = "^[a-z][a-z0-9_]*$"
    message = "must be lowercase, with _ between words"
  }
}
