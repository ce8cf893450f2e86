package main

import (
	"context"
	"database/sql"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"strings"
	"text/template"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	"ariga.io/atlas/sql/schema"
	_ "github.com/lib/pq"
)

// Atlas's own words when nothing differs, and its template for what does.
const (
	synced        = "Schemas are synced, no changes to be made.\n"
	defaultFormat = "{{ with .Changes }}{{ sql $ }}{{ else }}" + synced + "{{ end }}"
)

// state is one of the two databases that are compared.
type state struct {
	db     *sql.DB
	driver migrate.Driver
}

// difference is what a --format template sees.
type difference struct {
	Changes []schema.Change
	driver  migrate.Driver
	ctx     context.Context
}

// scope says what is looked at: whole schemas, or some of their tables.
type scope struct {
	schemas, exclude []string
	// Tables by schema; where there are none, all tables of all schemas.
	tables map[string][]string
}

func schemaDiff(ctx context.Context, args []string, out io.Writer) error {
	var schemas, exclude, include list
	flags := flag.NewFlagSet("schema diff", flag.ContinueOnError)
	from := flags.String("from", "", "URL of the database as it is")
	to := flags.String("to", "", "URL of the database as it should be")
	format := flags.String("format", defaultFormat, "Go template")
	flags.String("dev-url", "", "accepted, and not needed: both states are databases")
	flags.Var(&schemas, "schema", "schemas to look at; all unless told")
	flags.Var(&exclude, "exclude", "patterns of what is left out")
	flags.Var(&include, "include", "the only tables to look at, SCHEMA.TABLE; their types are left out")
	if err := parse(flags, args); err != nil {
		return err
	}
	tables, err := tablesBySchema(include)
	if err != nil {
		return err
	}
	text, err := template.New("format").Funcs(template.FuncMap{"sql": planText}).Parse(*format)
	if err != nil {
		return fmt.Errorf("--format: %w", err)
	}
	diff, err := compare(ctx, *from, *to, scope{schemas, exclude, tables})
	if err != nil {
		return err
	}
	return text.Execute(out, diff)
}

// tablesBySchema reads SCHEMA.TABLE, each part quoted as --exclude would have it.
func tablesBySchema(names []string) (map[string][]string, error) {
	tables := make(map[string][]string)
	for _, name := range names {
		reader := csv.NewReader(strings.NewReader(name))
		reader.Comma = '.'
		parts, err := reader.Read()
		if err != nil || len(parts) != 2 {
			return nil, fmt.Errorf("--include %q: not of the form SCHEMA.TABLE", name)
		}
		tables[parts[0]] = append(tables[parts[0]], parts[1])
	}
	return tables, nil
}

// compare looks at both databases at once and tells their differences.
func compare(ctx context.Context, from, to string, scope scope) (*difference, error) {
	type result struct {
		realm *schema.Realm
		err   error
	}
	var states [2]*state
	var results [2]chan result
	for i, address := range []string{from, to} {
		opened, err := open(address, []string{"--from", "--to"}[i])
		if err != nil {
			return nil, err
		}
		defer opened.db.Close()
		states[i], results[i] = opened, make(chan result, 1)
		go func() {
			realm, err := inspect(ctx, opened.driver, scope)
			results[i] <- result{realm, err}
		}()
	}
	current, desired := <-results[0], <-results[1]
	if err := errors.Join(current.err, desired.err); err != nil {
		return nil, err
	}
	if err := errors.Join(refuseQuotes(current.realm), refuseQuotes(desired.realm)); err != nil {
		return nil, err
	}
	changes, err := states[0].driver.RealmDiff(current.realm, desired.realm, schema.DiffNormalized())
	if err != nil {
		return nil, err
	}
	return &difference{changes, states[0].driver, ctx}, nil
}

// open connects to the database of a URL. A password in it is refused; TLS is asked for as the URL says, and where it
// says nothing, or prefer, it is used where the server has it.
func open(address, flag string) (*state, error) {
	parsed, err := url.Parse(address)
	if err != nil || (parsed.Scheme != "postgres" && parsed.Scheme != "postgresql") {
		return nil, fmt.Errorf("%s: not a URL of PostgreSQL, such as postgresql://user@host:5432/database", flag)
	}
	if _, has := parsed.User.Password(); has || parsed.Query().Has("password") {
		return nil, fmt.Errorf("%s: holds a password, which every list of processes would show: give it by PGPASSWORD or PGPASSFILE", flag)
	}
	query := parsed.Query()
	if mode := query.Get("sslmode"); mode != "" && mode != "prefer" && mode != "allow" {
		return connect(parsed)
	}
	query.Set("sslmode", "require")
	parsed.RawQuery = query.Encode()
	opened, err := connect(parsed)
	if err == nil || !strings.Contains(err.Error(), "SSL is not enabled on the server") {
		return opened, err
	}
	query.Set("sslmode", "disable")
	parsed.RawQuery = query.Encode()
	return connect(parsed)
}

func connect(address *url.URL) (*state, error) {
	db, err := sql.Open("postgres", address.String())
	if err != nil {
		return nil, err
	}
	// Settings such as search_path, which inspection changes, hold for one connection.
	db.SetMaxOpenConns(1)
	driver, err := postgres.Open(db)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &state{db, driver}, nil
}

func inspect(ctx context.Context, driver migrate.Driver, scope scope) (*schema.Realm, error) {
	if len(scope.tables) == 0 {
		return driver.InspectRealm(ctx, &schema.InspectRealmOption{Schemas: scope.schemas, Exclude: scope.exclude})
	}
	realm, err := driver.InspectRealm(ctx, &schema.InspectRealmOption{Schemas: scope.schemas, Mode: schema.InspectSchemas})
	if err != nil {
		return nil, err
	}
	// Only the named tables are read: with 1,000 others beside them, that is nine tenths of the time.
	for i, found := range realm.Schemas {
		names := scope.tables[found.Name]
		if len(names) == 0 {
			continue
		}
		read, err := driver.InspectSchema(ctx, found.Name, &schema.InspectOptions{Tables: names, Exclude: scope.exclude})
		if err != nil {
			return nil, err
		}
		// Types are another matter than tables, and what Atlas cannot do with them would end the whole comparison.
		read.Objects = nil
		read.Realm = realm
		realm.Schemas[i] = read
	}
	return realm, nil
}

// refuseQuotes stops at a name that holds a double quote: Atlas writes names between such quotes as they are, so that a
// table's name could become a statement of its own.
func refuseQuotes(realm *schema.Realm) error {
	for _, found := range realm.Schemas {
		names := []string{found.Name}
		for _, object := range found.Objects {
			if enum, ok := object.(*schema.EnumType); ok {
				names = append(names, enum.T)
			}
		}
		for _, table := range found.Tables {
			names = append(names, namesOf(table)...)
		}
		for _, name := range names {
			if strings.Contains(name, `"`) {
				return fmt.Errorf("the name %s holds a double quote, which Atlas does not escape", name)
			}
		}
	}
	return nil
}

func namesOf(table *schema.Table) []string {
	names := []string{table.Name}
	for _, column := range table.Columns {
		names = append(names, column.Name)
	}
	for _, index := range table.Indexes {
		names = append(names, index.Name)
	}
	for _, key := range table.ForeignKeys {
		names = append(names, key.Symbol, key.RefTable.Name)
		for _, column := range key.RefColumns {
			names = append(names, column.Name)
		}
	}
	if table.PrimaryKey != nil {
		names = append(names, table.PrimaryKey.Name)
	}
	for _, attribute := range table.Attrs {
		if check, ok := attribute.(*schema.Check); ok {
			names = append(names, check.Name)
		}
	}
	return names
}

// planText is the function sql of templates: the statements of all changes, as a migration file of Atlas has them.
func planText(diff *difference, indent ...string) (string, error) {
	if len(diff.Changes) == 0 {
		return "", nil
	}
	plan, err := diff.driver.PlanChanges(diff.ctx, "plan", diff.Changes, func(options *migrate.PlanOptions) {
		options.Indent = strings.Join(indent, "")
	})
	if err != nil {
		return "", err
	}
	files, err := migrate.DefaultFormatter.Format(plan)
	if err != nil {
		return "", err
	}
	if len(files) != 1 {
		return "", fmt.Errorf("%d files for one plan", len(files))
	}
	return string(files[0].Bytes()), nil
}
