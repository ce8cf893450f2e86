// Command pending says what Atlas would apply to a database: the rules are those of its own `migrate status` and
// `migrate apply` (ariga.io/atlas, sql/migrate, Executor.Pending), over the table of revisions as it is there.
//
//	pending URL FOLDER
//
// It prints the pending versions, a line each, and exits with 1 where Atlas would refuse. The password comes by PGPASSWORD.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"

	"ariga.io/atlas/sql/migrate"
	"ariga.io/atlas/sql/postgres"
	_ "github.com/lib/pq"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: pending URL FOLDER")
		os.Exit(1)
	}
	if err := pending(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "Error: %v\n", err)
		os.Exit(1)
	}
}

func pending(ctx context.Context, args []string, out io.Writer) error {
	db, err := sql.Open("postgres", args[0])
	if err != nil {
		return err
	}
	defer db.Close()
	driver, err := postgres.Open(db)
	if err != nil {
		return err
	}
	dir, err := migrate.NewLocalDir(args[1])
	if err != nil {
		return err
	}
	executor, err := migrate.NewExecutor(driver, dir, revisions{db})
	if err != nil {
		return err
	}
	files, err := executor.Pending(ctx)
	if err != nil && !errors.Is(err, migrate.ErrNoPendingFiles) {
		return err
	}
	for _, file := range files {
		fmt.Fprintln(out, file.Version())
	}
	return nil
}

// revisions reads Atlas's table, and writes nothing.
type revisions struct{ db *sql.DB }

func (revisions) Ident() *migrate.TableIdent {
	return &migrate.TableIdent{Name: "atlas_schema_revisions", Schema: "atlas_schema_revisions"}
}

const query = `
	select version, description, type, applied, total, executed_at, execution_time,
		coalesce(error, ''), coalesce(error_stmt, ''), hash, operator_version
	from atlas_schema_revisions.atlas_schema_revisions
	where version not like '.%'
	order by version collate "C"`

func (r revisions) ReadRevisions(ctx context.Context) ([]*migrate.Revision, error) {
	rows, err := r.db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []*migrate.Revision
	for rows.Next() {
		v := &migrate.Revision{}
		if err := rows.Scan(&v.Version, &v.Description, &v.Type, &v.Applied, &v.Total, &v.ExecutedAt,
			&v.ExecutionTime, &v.Error, &v.ErrorStmt, &v.Hash, &v.OperatorVersion); err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, rows.Err()
}

func (r revisions) ReadRevision(ctx context.Context, version string) (*migrate.Revision, error) {
	all, err := r.ReadRevisions(ctx)
	if err != nil {
		return nil, err
	}
	for _, v := range all {
		if v.Version == version {
			return v, nil
		}
	}
	return nil, migrate.ErrRevisionNotExist
}

func (revisions) WriteRevision(context.Context, *migrate.Revision) error {
	return errors.New("nothing is written")
}

func (revisions) DeleteRevision(context.Context, string) error {
	return errors.New("nothing is written")
}
