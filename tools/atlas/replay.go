package main

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/schema"
	"ariga.io/atlas/sql/sqlcheck"
)

// replay runs migrations on a database and tells what each statement changes, as Atlas's model sees it.
type replay struct {
	dev *state
	// What is there now; nil until somebody looks.
	current *schema.Realm
	names   names
}

// run runs files without looking.
func (r *replay) run(ctx context.Context, files []migrate.File) error {
	for _, file := range files {
		stmts, err := migrate.FileStmtDecls(r.dev.driver, file)
		if err != nil {
			return err
		}
		for _, stmt := range stmts {
			if err := r.exec(ctx, file, stmt); err != nil {
				return err
			}
		}
	}
	return nil
}

// next runs a file and looks after each statement that touches a catalog of tables, columns, keys or indexes.
func (r *replay) next(ctx context.Context, file migrate.File) (changes []*sqlcheck.Change, err error) {
	if r.current == nil {
		if r.current, r.names, err = r.look(ctx); err != nil {
			return nil, err
		}
	}
	stmts, err := migrate.FileStmtDecls(r.dev.driver, file)
	if err != nil {
		return nil, err
	}
	before, err := r.traces(ctx)
	if err != nil {
		return nil, err
	}
	for _, stmt := range stmts {
		if err := r.exec(ctx, file, stmt); err != nil {
			return nil, err
		}
		after, err := r.traces(ctx)
		if err != nil {
			return nil, err
		}
		change := &sqlcheck.Change{Stmt: stmt}
		changes = append(changes, change)
		if after == before {
			continue
		}
		before = after
		if change.Changes, err = r.step(ctx); err != nil {
			return nil, err
		}
	}
	return changes, nil
}

// step tells what has changed since the last look, renames as such: the model alone cannot tell them from a drop and
// an addition, but numbers of the catalog can.
func (r *replay) step(ctx context.Context) (schema.Changes, error) {
	there, names, err := r.look(ctx)
	if err != nil {
		return nil, err
	}
	levelExpressions(r.current, there)
	changes, err := r.dev.driver.RealmDiff(r.current, there)
	if err != nil {
		return nil, err
	}
	changes = renamed(changes, r.names, names)
	r.current, r.names = there, names
	return changes, nil
}

// levelExpressions gives computed columns of the one state the expressions that they have in the other: Atlas refuses
// to compare two, and no analyzer asks.
func levelExpressions(from, to *schema.Realm) {
	for _, space := range to.Schemas {
		old, ok := from.Schema(space.Name)
		if !ok {
			continue
		}
		for _, table := range space.Tables {
			before, ok := old.Table(table.Name)
			if !ok {
				continue
			}
			for _, column := range table.Columns {
				if was, ok := before.Column(column.Name); ok {
					levelExpression(was, column)
				}
			}
		}
	}
}

func levelExpression(from, to *schema.Column) {
	for _, attribute := range from.Attrs {
		was, ok := attribute.(*schema.GeneratedExpr)
		if !ok {
			continue
		}
		for _, attribute := range to.Attrs {
			if is, ok := attribute.(*schema.GeneratedExpr); ok {
				was.Expr = is.Expr
			}
		}
	}
}

func (r *replay) exec(ctx context.Context, file migrate.File, stmt *migrate.Stmt) error {
	if _, err := r.dev.db.ExecContext(ctx, stmt.Text); err != nil {
		line := strings.Count(string(file.Bytes())[:stmt.Pos], "\n") + 1
		return fmt.Errorf("%s:%d: %w", file.Name(), line, err)
	}
	return nil
}

func (r *replay) look(ctx context.Context) (*schema.Realm, names, error) {
	realm, err := r.dev.driver.InspectRealm(ctx, nil)
	if err != nil {
		return nil, nil, err
	}
	names, err := r.readNames(ctx)
	return realm, names, err
}

// names has the tables and columns by their numbers in the catalog: [schema, table] and [schema, table, column].
type names map[string][]string

func (r *replay) readNames(ctx context.Context) (names, error) {
	rows, err := r.dev.db.QueryContext(ctx, `
		select c.oid || '.' || a.attnum, n.nspname, c.relname, coalesce(a.attname, '')
		from pg_catalog.pg_class as c
		join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
		join (
			select attrelid, attnum, attname from pg_catalog.pg_attribute where attnum > 0 and not attisdropped
			union all
			select oid, 0, null from pg_catalog.pg_class
		) as a on a.attrelid = c.oid
		where c.relkind in ('r', 'p') and n.nspname not like 'pg\_%' and n.nspname <> 'information_schema'`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found := names{}
	for rows.Next() {
		var number, space, table, column string
		if err := rows.Scan(&number, &space, &table, &column); err != nil {
			return nil, err
		}
		found[number] = []string{space, table, column}
	}
	return found, rows.Err()
}

// traces changes when a row of a catalog does that the analyzers' model is read from.
func (r *replay) traces(ctx context.Context) (traces string, err error) {
	err = r.dev.db.QueryRowContext(ctx, `
		select string_agg(concat_ws(' ', t.rows, t.newest), ',')
		from (
			select count(*) as rows, max(xmin::text::bigint) as newest from pg_catalog.pg_class
			union all select count(*), max(xmin::text::bigint) from pg_catalog.pg_attribute
			union all select count(*), max(xmin::text::bigint) from pg_catalog.pg_attrdef
			union all select count(*), max(xmin::text::bigint) from pg_catalog.pg_constraint
			union all select count(*), max(xmin::text::bigint) from pg_catalog.pg_index
			union all select count(*), max(xmin::text::bigint) from pg_catalog.pg_namespace
			union all select count(*), max(xmin::text::bigint) from pg_catalog.pg_type
		) as t`).Scan(&traces)
	return traces, err
}

// renamed puts renames in the place of the drops and additions that stand for them.
func renamed(changes schema.Changes, before, after names) schema.Changes {
	for number, old := range before {
		name, still := after[number]
		switch {
		case !still || slices.Equal(old, name):
		case old[2] == "":
			changes = renameTable(changes, old, name)
		case old[1] == name[1] && old[2] != name[2]:
			renameColumn(changes, old, name[2])
		}
	}
	return changes
}

func renameTable(changes schema.Changes, from, to []string) schema.Changes {
	drop := slices.IndexFunc(changes, func(c schema.Change) bool {
		d, ok := c.(*schema.DropTable)
		return ok && d.T.Schema.Name == from[0] && d.T.Name == from[1]
	})
	add := slices.IndexFunc(changes, func(c schema.Change) bool {
		a, ok := c.(*schema.AddTable)
		return ok && a.T.Schema.Name == to[0] && a.T.Name == to[1]
	})
	if drop == -1 || add == -1 {
		return changes
	}
	rename := &schema.RenameTable{From: changes[drop].(*schema.DropTable).T, To: changes[add].(*schema.AddTable).T}
	rest := slices.DeleteFunc(slices.Clone(changes), func(c schema.Change) bool { return c == changes[drop] || c == changes[add] })
	return append(rest, rename)
}

func renameColumn(changes schema.Changes, old []string, to string) {
	for _, change := range changes {
		table, ok := change.(*schema.ModifyTable)
		if !ok || table.T.Schema.Name != old[0] || table.T.Name != old[1] {
			continue
		}
		drop := schema.Changes(table.Changes).IndexDropColumn(old[2])
		add := schema.Changes(table.Changes).IndexAddColumn(to)
		if drop == -1 || add == -1 {
			continue
		}
		gone, come := table.Changes[drop], table.Changes[add]
		rest := slices.DeleteFunc(slices.Clone(table.Changes), func(c schema.Change) bool { return c == gone || c == come })
		table.Changes = append(rest, &schema.RenameColumn{From: gone.(*schema.DropColumn).C, To: come.(*schema.AddColumn).C})
	}
}

// parser answers what analyzers ask of the text of a file.
type parser struct{}

// ColumnFilledBefore tells whether an update fills a column before a position.
func (*parser) ColumnFilledBefore(stmts []*migrate.Stmt, t *schema.Table, c *schema.Column, pos int) (bool, error) {
	name := func(text string) string {
		return `(?:"` + regexp.QuoteMeta(text) + `"|\b` + regexp.QuoteMeta(text) + `\b)`
	}
	update, err := regexp.Compile(`(?is)^update\s+(?:only\s+)?(?:` + name(t.Schema.Name) + `\.)?` + name(t.Name) + `.*?\bset\b.*?` + name(c.Name) + `\s*=`)
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(stmts, func(s *migrate.Stmt) bool { return s.Pos < pos && update.MatchString(s.Text) }), nil
}
